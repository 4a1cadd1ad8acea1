import { Panel, useReactFlow, ViewportPortal } from '@xyflow/react'
import { type PointerEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../commands/make-room.ts'
import { untilLetGo } from './until-let-go.ts'

/** How far the hand goes, in pixels, before it has chosen across or down. */
const still = 6

type Props = {
  /** As far as the room can be taken. */
  within: (room: Room) => Room
  /** Shows the canvas as it would be; with undefined, as it is. */
  preview: (room: Room | undefined) => void
  make: (room: Room) => void
  end: () => void
}

/** A sheet over the canvas on which a drag makes room: what lies beyond where it began moves along. Escape ends it. */
export function SpaceTool({ within, preview, make, end }: Props) {
  const { t } = useTranslation()
  const { screenToFlowPosition } = useReactFlow()
  const [room, setRoom] = useState<Room>()

  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      preview(undefined)
      end()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [preview, end])

  function take(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    const { clientX, clientY, currentTarget, pointerId } = event
    currentTarget.setPointerCapture(pointerId)
    const from = screenToFlowPosition({ x: clientX, y: clientY })
    let made: Room | undefined
    const drag = (moved: globalThis.PointerEvent) => {
      const by = { x: moved.clientX - clientX, y: moved.clientY - clientY }
      if (!made && Math.hypot(by.x, by.y) < still) return
      const axis = made?.axis ?? (Math.abs(by.x) >= Math.abs(by.y) ? 'x' : 'y')
      const to = screenToFlowPosition({ x: moved.clientX, y: moved.clientY })
      made = within({ axis, from: from[axis], by: to[axis] - from[axis] })
      setRoom(made)
      preview(made)
    }
    untilLetGo(drag, (isMeant) => {
      setRoom(undefined)
      if (made && isMeant) make(made)
      else preview(undefined)
      if (made) end()
    })
  }

  return (
    <>
      <div className="space-tool" onPointerDown={take} />
      {room && (
        <ViewportPortal>
          <i className="room-band" style={bandOf(room)} />
        </ViewportPortal>
      )}
      <Panel position="top-center" className="map-note">
        <span role="status">{t('map.spaceHint')}</span>
      </Panel>
    </>
  )
}

const endless = 100_000

function bandOf({ axis, from, by }: Room) {
  const [start, size] = [Math.min(from, from + by), Math.abs(by)]
  return axis === 'x'
    ? { transform: `translate(${start}px, ${-endless / 2}px)`, width: size, height: endless }
    : { transform: `translate(${-endless / 2}px, ${start}px)`, width: endless, height: size }
}
