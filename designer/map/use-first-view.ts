import { type ReactFlowInstance, useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback } from 'react'
import type { MapEdge, MapNode } from './flow-nodes.ts'
import { around, type Box, boxOf, gutter } from './geometry.ts'

const margin = 28
const legible = 0.78

/**
 * The first look at a map: all of it where it can still be read; else, large enough to read, where a deal stands now, or
 * where the purchase begins.
 */
export function useFirstView(frame: RefObject<HTMLElement | null>, nodes: readonly MapNode[]) {
  const { setViewport } = useReactFlow()
  return useCallback(
    (_: ReactFlowInstance<MapNode, MapEdge>) => {
      const size = frame.current?.getBoundingClientRect()
      if (!size || nodes.length === 0) return
      const all = around(nodes.map(boxOf))
      const whole = Math.min((size.width - 2 * margin) / all.width, (size.height - 2 * margin) / all.height, 1)
      if (whole >= legible) {
        const x = (size.width - all.width * whole) / 2 - all.x * whole
        return void setViewport({ x, y: Math.max(margin, 0) - all.y * whole, zoom: whole })
      }
      const zoom = Math.min(1, Math.max(legible, (size.height - 2 * margin) / all.height))
      const start = beginning(nodes, all, size.width / zoom)
      void setViewport({ x: margin - start.x * zoom, y: margin - start.y * zoom, zoom })
    },
    [frame, nodes, setViewport],
  )
}

function beginning(nodes: readonly MapNode[], all: Box, width: number): { x: number; y: number } {
  const open = nodes.find((node) => node.type === 'stage' && node.data.card.live?.status === 'open')
  // A narrow screen has no room to spare for the names of the bands.
  if (width < 4 * gutter) return { x: open ? open.position.x : all.x + gutter, y: all.y }
  if (!open) return all
  const latest = all.x + all.width - width
  return { x: Math.max(all.x, Math.min(open.position.x - width / 3, latest)), y: all.y }
}
