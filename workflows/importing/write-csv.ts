import { asPlainText } from './plain-text.ts'

type Cells = (string | number)[]

/** What a CSV file begins with, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF'

/** Rows as a CSV file that spreadsheets open as it is: with a byte order mark, and with no text that they would run. */
export const writeCsv = (rows: Cells[]): string => byteOrderMark + rows.map(csvLine).join('')

export const csvLine = (cells: Cells): string => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(content: string | number): string {
  const cell = typeof content === 'number' ? String(content) : asPlainText(content)
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
