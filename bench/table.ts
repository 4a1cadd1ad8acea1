/** Rows under their heads, the first column to the left and the figures to the right. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)))
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd()
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

export const whole = (figure: number): string => String(Math.round(figure))
export const tenths = (figure: number): string => figure.toFixed(1)
export const megabytes = (bytes: number): string => tenths(bytes / 1_000_000)
export const kilobytes = (bytes: number): string => tenths(bytes / 1000)
