import type { ReportLine } from './report-lines.ts'
import { writeCsv } from './write-csv.ts'

/** The report as a CSV file. */
export const reportCsv = (lines: ReportLine[]): string =>
  writeCsv([
    ['file', 'line', 'id', 'what', 'why'],
    ...lines.map(({ file, line, id, what, why }) => [file, String(line), id, what, why]),
  ])
