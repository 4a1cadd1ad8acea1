import type { Box } from './geometry.ts'

/** Lines on which the edges or middles of cards lie, in canvas units. */
export type Guides = { x?: number; y?: number }

const near = 6

/** Where a card that is dragged snaps to the edges and middles of others nearby, and the lines that it then shares with them. */
export function snapped(box: Box, others: readonly Box[]): { x: number; y: number; guides: Guides } {
  const across = nearest([box.x, box.x + box.width / 2, box.x + box.width], others, ({ x, width }) => [
    x,
    x + width / 2,
    x + width,
  ])
  const down = nearest([box.y, box.y + box.height / 2, box.y + box.height], others, ({ y, height }) => [
    y,
    y + height / 2,
    y + height,
  ])
  return {
    x: box.x + (across?.by ?? 0),
    y: box.y + (down?.by ?? 0),
    guides: { ...(across && { x: across.line }), ...(down && { y: down.line }) },
  }
}

function nearest(own: number[], others: readonly Box[], linesOf: (box: Box) => number[]) {
  const meetings = others
    .flatMap(linesOf)
    .flatMap((line) => own.map((edge) => ({ line, by: line - edge })))
    .filter(({ by }) => Math.abs(by) <= near)
  return meetings.sort((a, b) => Math.abs(a.by) - Math.abs(b.by))[0]
}
