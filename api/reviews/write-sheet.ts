import ExcelJS from 'exceljs'
import { asPlainText } from '../../workflows/importing/plain-text.ts'
import { letterOf } from '../../workflows/importing/read-workbook.ts'
import { writeCsv } from '../../workflows/importing/write-csv.ts'
import type { SheetLanguage } from './sheet-languages.ts'
import { cellsOf, type SheetRow } from './sheet-rows.ts'
import { columns, keyColumn, sheetWords } from './sheet-words.ts'

const titlesIn = (language: SheetLanguage): string[] => [
  ...columns.map((column) => sheetWords[language].titles[column]),
  keyColumn,
]

/** A review's sheet as CSV, its key in the last column. */
export const csvSheet = (rows: SheetRow[], language: SheetLanguage): string =>
  writeCsv([titlesIn(language), ...rows.map((row) => cellsOf(row, language))])

/**
 * A review's sheet as a workbook: what can be filled in is tinted and has a list or a type, the header stays in view, and the
 * key of each row is hidden. Lists stand on a hidden sheet of their own, since a list in a cell holds no more than 255 letters.
 */
export async function workbookSheet(rows: SheetRow[], language: SheetLanguage): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetWords[language].sheet, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
  const lists = listsOn(book.addWorksheet('Lists', { state: 'veryHidden' }))
  sheet.columns = titlesIn(language).map((header, n) => ({ header, width: widths[n] ?? 12 }))
  sheet.getColumn(columns.length + 1).hidden = true
  sheet.autoFilter = { from: 'A1', to: `${letterOf(columns.length - 1)}1` }
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.alignment = { vertical: 'middle', wrapText: true }
  for (const row of rows) addRow(sheet, row, language, lists)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const widths = [24, 28, 22, 34, 13, 13, 13, 22, 13]
const tint: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } }

type Lists = (options: readonly string[]) => string

function addRow(sheet: ExcelJS.Worksheet, row: SheetRow, language: SheetLanguage, lists: Lists): void {
  const { type, known } = row.asked
  const words = sheetWords[language]
  const cells = cellsOf(row, language).map((cell) => (typeof cell === 'string' ? asPlainText(cell) : cell))
  const added = sheet.addRow(cells)
  added.alignment = { vertical: 'top', wrapText: true }
  const value = added.getCell(columns.indexOf('value') + 1)
  const grade = added.getCell(columns.indexOf('grade') + 1)
  if (type.kind === 'date') {
    value.numFmt = 'yyyy-mm-dd'
    const day = known && /^\d{4}-\d{2}-\d{2}$/.test(String(known.value)) ? new Date(String(known.value)) : undefined
    if (day) value.value = day
  }
  if (type.kind === 'money' || type.kind === 'number') value.numFmt = '#,##0.########'
  for (const cell of [value, grade]) cell.fill = tint
  const options =
    type.kind === 'choice' ? type.options : type.kind === 'flag' ? ([words.yes, words.no] as const) : undefined
  const bounds = boundsOf[type.kind]
  if (options) value.dataValidation = fromList(lists(options), words.notOnList)
  else if (bounds) value.dataValidation = bounds
  grade.dataValidation = fromList(lists(Object.values(words.grades)), words.notOnList)
}

const fromList = (range: string, error: string): ExcelJS.DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [range],
  showErrorMessage: true,
  error,
})

const anyNumber: ExcelJS.DataValidation = {
  type: 'decimal',
  operator: 'between',
  allowBlank: true,
  formulae: [-1e15, 1e15],
  showErrorMessage: true,
}
const anyDay: ExcelJS.DataValidation = {
  type: 'date',
  operator: 'greaterThan',
  allowBlank: true,
  formulae: [new Date('1900-03-01')],
  showErrorMessage: true,
}
/** What a cell takes, by the kind of its fact; every other kind takes what is on a list, or any text. */
const boundsOf: Partial<Record<SheetRow['asked']['type']['kind'], ExcelJS.DataValidation>> = {
  number: anyNumber,
  money: anyNumber,
  date: anyDay,
}

/** Writes each list once, a column each, and says where it stands. */
function listsOn(sheet: ExcelJS.Worksheet): Lists {
  const ranges = new Map<string, string>()
  return (options) => {
    const list = JSON.stringify(options)
    const known = ranges.get(list)
    if (known) return known
    const column = letterOf(ranges.size)
    for (const [n, option] of options.entries()) sheet.getCell(`${column}${n + 1}`).value = asPlainText(option)
    const range = `${sheet.name}!$${column}$1:$${column}$${options.length}`
    ranges.set(list, range)
    return range
  }
}
