import type { ReportLine } from './report-lines.ts'

/** The report as a CSV file that spreadsheets open as it is: with a byte order mark, and with no cell that they would run. */
export function reportCsv(lines: ReportLine[]): string {
  const rows = lines.map(({ file, line, id, what, why }) => [file, String(line), id, what, why])
  return `\uFEFF${[['file', 'line', 'id', 'what', 'why'], ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`
}

/** Spreadsheets take a cell that begins with one of these for a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/

function cellOf(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
