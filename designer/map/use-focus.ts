import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef } from 'react'
import type { Place } from '#engine'
import { type MapEdge, type MapNode, shownOn } from './flow-nodes.ts'

const margin = 24
const legible = 0.78
/** What floats over the right of the canvas, where there is room beside it. */
const inspector = 364

/** Brings a place into view, moving no more than it has to. A band is shown from its left end. */
export function useFocus(
  frame: RefObject<HTMLElement | null>,
  focus: { place: Place; turn: number } | undefined,
  flow: { nodes: readonly MapNode[]; edges: readonly MapEdge[] },
) {
  const { getViewport, setViewport } = useReactFlow()
  const drawn = useRef(flow)
  drawn.current = flow
  useEffect(() => {
    const id = focus && shownOn(focus.place)
    const size = frame.current?.getBoundingClientRect()
    const { nodes, edges } = drawn.current
    const shown = edges.find((edge) => edge.id === id)?.source ?? id
    const node = nodes.find((one) => one.id === shown)
    if (!node || !size) return
    const before = getViewport()
    const zoom = Math.max(before.zoom, legible)
    const room = { width: size.width > 2 * inspector ? size.width - inspector : size.width, height: size.height }
    const { width = 0, height = 0, position } = node
    const along = (from: number, length: number, offset: number, space: number): number => {
      const start = from * zoom + offset
      if (zoom === before.zoom && start >= margin && start + length * zoom <= space - margin) return offset
      return length * zoom > space - 2 * margin ? margin - from * zoom : (space - length * zoom) / 2 - from * zoom
    }
    const x = along(position.x, width, before.x, room.width)
    const y = along(position.y, height, before.y, room.height)
    void setViewport({ x, y, zoom }, { duration: 250 })
  }, [focus, frame, getViewport, setViewport])
}
