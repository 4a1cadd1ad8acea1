import { parse } from 'csv-parse/sync'
import { columnsOf, type InputFile, type Table, type TableRow, unreadable } from './table.ts'

type Parsed = { info: { lines: number }; record: string[] }

/**
 * Reads a CSV file: UTF-8, with or without byte order mark; cells apart by commas, semicolons or tabs, quoted or not.
 * Throws FILE_UNREADABLE, which says what to do, where it is no such file or lacks one of the `required` columns. A row
 * that does not fit the header is given as broken; blank lines are none. `columnOf` is which column a heading means.
 */
export function readTable(
  file: InputFile,
  required: readonly string[],
  columnOf: (heading: string) => string = (heading) => heading,
): Table {
  const text = asText(file).replace(/\r\n?/g, '\n')
  const [header, ...records] = parseRecords(file.name, text)
  const columns = columnsOf(file.name, header?.record.map((cell) => columnOf(cell.trim())) ?? [], required)
  const rows: TableRow[] = []
  const broken: Table['broken'] = []
  for (const { info, record } of records) {
    const cells = record.map((cell) => cell.trim())
    if (cells.every((cell) => cell === '')) continue
    const line = info.lines - record.join('').split('\n').length + 1
    if (cells.length === columns.length)
      rows.push({ line, cells: Object.fromEntries(columns.map((column, n) => [column, cells[n] ?? ''])) })
    else broken.push({ line, cells, why: `it has ${cells.length} cells where the header has ${columns.length}` })
  }
  return { file: file.name, columns, rows, broken }
}

function asText({ name, bytes }: InputFile): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4))
  if (start === 'PK\u0003\u0004')
    throw unreadable(
      name,
      'is a workbook or an archive, not a CSV file. Save its sheet as “CSV UTF-8” and import that.',
    )
  if (bytes.includes(0))
    throw unreadable(name, 'is not a spreadsheet: it holds binary data. Export the list from your CRM as CSV.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable(name, 'is not in UTF-8, so its letters cannot be told. Save it as “CSV UTF-8” and import that.')
  }
}

function parseRecords(name: string, text: string): Parsed[] {
  const parseTo = (to: number) => {
    const options = { info: true, relax_column_count: true, relax_quotes: true, delimiter: delimiterOf(text), to }
    return parse(text, options) as unknown as Parsed[]
  }
  try {
    return parseTo(-1)
  } catch (error) {
    const { code, records = 0 } = error as { code?: string; records?: number }
    if (code !== 'CSV_QUOTE_NOT_CLOSED')
      throw unreadable(name, `cannot be read as CSV: ${error instanceof Error ? error.message : error}.`)
    const line = records > 0 ? (parseTo(records).at(-1)?.info.lines ?? 0) + 1 : 1
    throw unreadable(name, `has a quotation mark in the row of line ${line} that is never closed. Close it.`, { line })
  }
}

/** Spreadsheets of some languages put semicolons between cells; the header tells. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf('\n') >= 0 ? text.indexOf('\n') : undefined)
  const countOf = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, other) => (countOf(other) > countOf(best) ? other : best))
}
