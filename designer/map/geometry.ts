/* Sizes of what is drawn, in canvas units. toFlow reckons with them, and the nodes are styled to them. */

export const gutter = 176
export const gap = 56

export const card = {
  width: 264,
  pad: 12,
  /** How far down the lines begin and end. */
  handle: 22,
  line: 19,
  status: 20,
  element: 26,
  commitment: 38,
  chipGap: 4,
  action: 21,
  sentence: 34,
  section: 8,
  counts: 30,
  summary: 18,
} as const

export const call = { width: 228, height: 26, step: 32, indent: 30 } as const
export const lane = { pad: 9, least: 44 } as const
export const role = { width: 184, head: 46, holder: 18, commitment: 20, most: 4 } as const
export const specialist = { pad: 8, head: 42 } as const
export const layer = { pad: 12, least: 96, spacing: 12 } as const

export const note = { width: 200, pad: 10, line: 19 } as const

export type Box = { x: number; y: number; width: number; height: number }

/** The box of a node as it is drawn. */
export const boxOf = ({
  position,
  width = 0,
  height = 0,
}: {
  position: { x: number; y: number }
  width?: number
  height?: number
}): Box => ({ ...position, width, height })

/** The smallest box around boxes; an empty one at the origin where there are none. */
export function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/** How wide a text is; a Chinese character is about twice as wide as a Latin one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 14 : 7.3), 0)

/** How many lines a text takes, at most two. */
export const linesOf = (text: string, width: number): number => (widthOf(text) > width ? 2 : 1)

/** How high a note is, whose lines are broken where they are full. */
export function noteHeight(text: string): number {
  const room = note.width - 2 * note.pad
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0)
  return 2 * note.pad + Math.max(2, lines) * note.line
}
