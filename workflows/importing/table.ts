import { DomainError } from '#engine/deal'

export type InputFile = { name: string; bytes: Uint8Array }

/** `line` is the line of the file, or the row of the sheet, that a row begins on. Cells are trimmed, and there is one a column. */
export type TableRow = { line: number; cells: Readonly<Record<string, string>> }
/** A row that has more or fewer cells than the header. */
type BrokenRow = { line: number; cells: readonly string[]; why: string }
export type Table = { file: string; columns: string[]; rows: TableRow[]; broken: BrokenRow[] }

/** The columns that a header names. Throws FILE_UNREADABLE where it names none, one twice, or lacks a `required` one. */
export function columnsOf(name: string, columns: string[], required: readonly string[]): string[] {
  if (columns.every((column) => column === ''))
    throw unreadable(name, 'is empty: its first line has to name the columns.')
  const missing = required.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw unreadable(
      name,
      `has no column ${listed(missing)}. Its first line names ${listed(columns)}. Rename or add what is missing.`,
      { missing, found: columns },
    )
  const twice = columns.find((column, n) => columns.indexOf(column) !== n)
  if (twice !== undefined)
    throw unreadable(name, `has two columns “${twice}”. Rename or remove one, so that it is clear which one counts.`)
  return columns
}

/** Long lists, and the lines of a file that is no table at all, are cut: the start tells what it is. */
const listed = (names: readonly string[]): string =>
  names
    .slice(0, 20)
    .map((name) => `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`)
    .join(', ') + (names.length > 20 ? ', …' : '')

export const unreadable = (file: string, what: string, details = {}): DomainError =>
  new DomainError('FILE_UNREADABLE', `${file} ${what}`, { file, ...details })
