import { type Answer, compareAnswer, type Known, type ValueType } from '#engine'
import { asValue } from '../../workflows/importing/as-value.ts'
import { fromPlainText } from '../../workflows/importing/plain-text.ts'
import { letterOf } from '../../workflows/importing/read-workbook.ts'
import { type Table, type TableRow, unreadable } from '../../workflows/importing/table.ts'
import type { ComparedRow, RowFault, SheetComparison } from './contract.ts'
import { type RowKey, readRowKey } from './row-key.ts'
import { flagNamed, gradeNamed, keyColumn, titleIn } from './sheet-words.ts'

/** A deal as it stands when its rows are read. `types` and `names` are those of the facts that its model lets people observe. */
export type DealNow = {
  name: string
  open: boolean
  currency: string
  types: Readonly<Record<string, ValueType>>
  names: ReadonlyMap<string, string>
  known: ReadonlyMap<string, Known>
}

/**
 * Every row of a sheet that came back: unchanged, a change, a conflict with what the deal has learnt meanwhile, or refused with
 * the cell and what to do. Each row is counted exactly once. Throws FILE_UNREADABLE where a column is missing. Pure.
 */
export function compareSheet(table: Table, deals: ReadonlyMap<string, DealNow>): SheetComparison {
  const read = readerOf(table)
  const seen = new Map<string, number>()
  const compared = table.rows.map((row): ComparedRow | 'same' => {
    const key = readRowKey(fromPlainText(row.cells[keyColumn] ?? ''))
    if (!key) return refused(row.line, read.at(row, 'key'), { code: 'row-unknown' })
    const first = seen.get(`${key.deal} ${key.fact}`)
    if (first !== undefined) return refused(row.line, read.at(row, 'key'), { code: 'row-twice', told: String(first) })
    seen.set(`${key.deal} ${key.fact}`, row.line)
    return compareRow(row, key, deals.get(key.deal), read)
  })
  const broken = table.broken.map(({ line, cells }) =>
    refused(line, null, { code: 'row-broken', told: `${cells.length} / ${table.columns.length}` }),
  )
  const rows = [...compared.filter((row) => row !== 'same'), ...broken].sort((a, b) => a.line - b.line)
  return { rows, unchanged: compared.length + broken.length - rows.length }
}

type Reader = {
  cell(row: TableRow, column: 'value' | 'grade'): string
  at(row: TableRow, column: 'value' | 'grade' | 'key'): string
}

function readerOf({ file, columns }: Table): Reader {
  const titles = { value: titleIn(columns, 'value'), grade: titleIn(columns, 'grade'), key: keyColumn }
  const { value, grade } = titles
  if (value === undefined || grade === undefined)
    throw unreadable(
      file,
      'has no column for the value or for its evidence. Export the sheet anew and fill that one in.',
    )
  return {
    cell: (row, column) => row.cells[column === 'value' ? value : grade] ?? '',
    at: (row, column) => `${letterOf(columns.indexOf(titles[column] ?? ''))}${row.line}`,
  }
}

function compareRow(row: TableRow, key: RowKey, deal: DealNow | undefined, read: Reader): ComparedRow | 'same' {
  const { given, fact } = key
  const about = { deal: { id: key.deal, name: deal?.name ?? '' }, fact, name: deal?.names.get(fact) ?? fact }
  const no = (column: 'value' | 'grade', fault: RowFault) => refused(row.line, read.at(row, column), fault, about)
  const type = deal?.types[fact]
  if (!deal) return no('value', { code: 'deal-unknown' })
  const said = type && saidIn(row, given, type, read)
  if (said && 'fault' in said) return no(said.column, said.fault)
  const now = answerOf(deal.known.get(fact))
  if (said && compareAnswer(given, said.answer, now) === 'same') return 'same'
  if (!said) return isUntouched(row, given, read) ? 'same' : no('value', { code: 'not-asked' })
  if (!deal.open) return no('value', { code: 'deal-closed' })
  const status = compareAnswer(given, said.answer, now)
  if (status === 'emptied') return no('value', { code: 'emptied' })
  if (status === 'weaker') return no('grade', { code: 'weaker' })
  if (status === 'same' || !said.answer) return 'same'
  const { line } = row
  const shown = { given: given ?? null, now: now ?? null, said: said.answer }
  return { status, line, cell: read.at(row, 'value'), ...about, type, currency: deal.currency, ...shown }
}

const answerOf = (known: Known | undefined): Answer => known && { value: known.value, grade: known.grade }

/** A fact that the deal's model no longer has: there is no type to read its cells by, only the cells as they were written. */
function isUntouched(row: TableRow, given: Answer, read: Reader): boolean {
  const cell = flagNamed(fromPlainText(read.cell(row, 'value')))
  if (given === undefined) return cell === ''
  const was = typeof given.value === 'boolean' ? (given.value ? 'yes' : 'no') : asRead(String(given.value))
  return cell === was
}

type Said = { answer: Answer } | { fault: RowFault; column: 'value' | 'grade' }

/** What the cells of a row say. An empty grade is the one that was given, of a new value the weakest. */
function saidIn(row: TableRow, given: Answer, type: ValueType, read: Reader): Said {
  const cell = read.cell(row, 'value')
  const gradeCell = read.cell(row, 'grade')
  if (cell === '') return { answer: undefined }
  const value = valueIn(cell, given, type)
  if (value === undefined) return { fault: { code: 'value', told: cell, type }, column: 'value' }
  const usual = given?.value === value ? given.grade : 'said'
  const grade = gradeCell === '' ? usual : gradeNamed(gradeCell)
  return grade ? { answer: { value, grade } } : { fault: { code: 'grade', told: gradeCell }, column: 'grade' }
}

/** In letters: cells hold no more than 32,767, and a row's key holds its value again. */
export const longestText = 4000

/** What a spreadsheet shows where a formula went wrong, and a formula that has no result; a text that begins so has an apostrophe. */
const noValue = /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|=)/

function valueIn(written: string, given: Answer, type: ValueType) {
  const cell = fromPlainText(written)
  // A cell that was left alone says what it was given, also where it would not be read so.
  if (typeof given?.value === 'string' && asRead(given.value) === cell) return given.value
  if (noValue.test(written) || cell.length > longestText) return undefined
  if (type.kind === 'flag') return asValue(type, flagNamed(cell))
  if (type.kind === 'date') return asValue(type, daySerial(cell))
  return asValue(type, cell)
}

/** A text as a file gives it back. */
const asRead = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** A day that has lost its format is the count of days since 1899-12-30. */
function daySerial(cell: string): string {
  if (!/^\d{5}$/.test(cell)) return cell
  return new Date(Date.UTC(1899, 11, 30) + Number(cell) * 86_400_000).toISOString().slice(0, 10)
}

const refused = (
  line: number,
  cell: string | null,
  fault: RowFault,
  about: Pick<ComparedRow, 'deal' | 'fact' | 'name'> = { deal: null, fact: '', name: '' },
): ComparedRow => ({ status: 'refused', line, cell, ...about, fault })
