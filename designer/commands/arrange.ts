import type { Position } from '#engine'
import type { Box } from '../map/geometry.ts'

export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const
export const distributions = ['across', 'down'] as const
export type Arrangement = (typeof alignments)[number] | (typeof distributions)[number]

/**
 * Where boxes stand once they are lined up with each other, by id. Across and down leave the outermost two where they are,
 * and the same gap between any two neighbours.
 */
export function arranged(boxes: ReadonlyMap<string, Box>, how: Arrangement): Record<string, Position> {
  switch (how) {
    case 'left':
    case 'center':
    case 'right':
      return aligned(boxes, 'x', 'width', { left: 0, center: 0.5, right: 1 }[how])
    case 'top':
    case 'middle':
    case 'bottom':
      return aligned(boxes, 'y', 'height', { top: 0, middle: 0.5, bottom: 1 }[how])
    case 'across':
      return distributed(boxes, 'x', 'width')
    case 'down':
      return distributed(boxes, 'y', 'height')
  }
}

type Axis = 'x' | 'y'
type Length = 'width' | 'height'

/** `share` is how far into each box the common line lies: 0 at its beginning, 1 at its end. */
function aligned(boxes: ReadonlyMap<string, Box>, axis: Axis, length: Length, share: number): Record<string, Position> {
  const starts = [...boxes.values()].map((box) => box[axis])
  const ends = [...boxes.values()].map((box) => box[axis] + box[length])
  const first = Math.min(...starts)
  const line = first + (Math.max(...ends) - first) * share
  return moved(boxes, axis, ([, box]) => line - box[length] * share)
}

function distributed(boxes: ReadonlyMap<string, Box>, axis: Axis, length: Length): Record<string, Position> {
  const inOrder = [...boxes].sort(([, a], [, b]) => a[axis] - b[axis] || a[length] - b[length])
  const [, first] = inOrder[0] ?? []
  const [, last] = inOrder.at(-1) ?? []
  if (!first || !last || inOrder.length < 3) return {}
  const room = last[axis] + last[length] - first[axis]
  const filled = inOrder.reduce((sum, [, box]) => sum + box[length], 0)
  const gap = (room - filled) / (inOrder.length - 1)
  const starts = new Map<string, number>()
  let at = first[axis]
  for (const [id, box] of inOrder) {
    starts.set(id, at)
    at += box[length] + gap
  }
  return moved(boxes, axis, ([id]) => starts.get(id) ?? 0)
}

const moved = (boxes: ReadonlyMap<string, Box>, axis: Axis, to: (one: [string, Box]) => number) =>
  Object.fromEntries([...boxes].map(([id, box]) => [id, { x: box.x, y: box.y, [axis]: Math.round(to([id, box])) }]))
