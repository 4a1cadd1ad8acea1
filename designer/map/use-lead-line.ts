import { useReactFlow } from '@xyflow/react'
import { type PointerEvent, useState } from 'react'
import type { Position } from '#engine'
import { bendsOf, legNear } from './route-path.ts'
import { useScene } from './scene.ts'
import { untilLetGo } from './until-let-go.ts'

/** How far the hand goes, in pixels, before it means to lead the line and not to choose it. */
const still = 4

type Line = { transition: string; start: Position; bends: readonly Position[]; end: Position }

/**
 * Leads a line with the hand: what is dragged is one of its bends, or becomes a new one where the line is taken. `leads` is
 * its way while the hand is on it.
 */
export function useLeadLine({ transition, start, bends, end }: Line) {
  const { editing } = useScene()
  const { screenToFlowPosition } = useReactFlow()
  const [leads, setLeads] = useState<readonly Position[]>()

  function take(event: PointerEvent<Element>, at?: number) {
    if (!editing || event.button !== 0) return
    const { clientX, clientY } = event
    // The click at its end is then the line's, and not the canvas's.
    event.currentTarget.setPointerCapture(event.pointerId)
    let led: Position[] | undefined
    const lead = (moved: globalThis.PointerEvent) => {
      if (!led && Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < still) return
      const to = screenToFlowPosition({ x: moved.clientX, y: moved.clientY })
      const taken = screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false })
      led =
        at === undefined ? bends.toSpliced(legNear([start, ...bends, end], taken), 0, to) : bends.toSpliced(at, 1, to)
      setLeads(led)
    }
    untilLetGo(lead, (isMeant) => {
      setLeads(undefined)
      if (led && isMeant) editing.lead(transition, bendsOf(start, led, end))
    })
  }
  return { leads, take }
}
