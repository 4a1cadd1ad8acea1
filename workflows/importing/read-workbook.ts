import ExcelJS from 'exceljs'
import { columnsOf, type InputFile, type Table, type TableRow, unreadable } from './table.ts'
import { unpackWorkbook } from './unpack-workbook.ts'

/** What is read of a sheet at most; beyond it is no table that people keep. */
const mostRows = 50_000
const mostColumns = 200
/** Rows above the header that may hold titles and groups of columns. */
const mostTitles = 20

/**
 * Reads the first visible sheet of a workbook (.xlsx) that has the `required` columns, as `readTable` reads a CSV file. A
 * formula counts with the result that it had when the workbook was saved, and with its own text, “=” in front, where it has
 * none. Days are written as 2026-03-31. A column whose name stands twice is named after its group above, too. Throws
 * FILE_UNREADABLE.
 */
export async function readWorkbook(file: InputFile, required: readonly string[]): Promise<Table> {
  const book = new ExcelJS.Workbook()
  const sheets = await load(book, file)
  const found = sheets.map((sheet) => ({ sheet, header: headerOf(sheet, required) }))
  const { sheet, header } = found.find((one) => one.header !== undefined) ?? { ...found[0], header: undefined }
  if (!sheet) throw unreadable(file.name, 'has no visible sheet.')
  const line = header ?? firstRow(sheet)
  const columns = columnsOf(file.name, named(sheet, line), required)
  const rows: TableRow[] = []
  const last = Math.min(sheet.rowCount, line + mostRows)
  if (sheet.rowCount > last) throw unreadable(file.name, `has more than ${mostRows} rows. Split it.`)
  for (let number = line + 1; number <= last; number++) {
    const cells = textsOf(sheet, number, columns.length)
    if (cells.some((cell) => cell !== ''))
      rows.push({ line: number, cells: Object.fromEntries(columns.map((column, n) => [column, cells[n] ?? ''])) })
  }
  return { file: file.name, columns, rows, broken: [] }
}

async function load(book: ExcelJS.Workbook, { name, bytes }: InputFile): Promise<ExcelJS.Worksheet[]> {
  const unpacked = unpackWorkbook({ name, bytes })
  try {
    // What is not read is not built: lists for whole columns alone would be a million cells.
    const ignoreNodes = [
      'dataValidations',
      'conditionalFormatting',
      'drawing',
      'legacyDrawing',
      'tableParts',
      'hyperlinks',
    ]
    await book.xlsx.load(unpacked, { ignoreNodes })
  } catch {
    throw unreadable(name, 'is a damaged workbook. Open it in a spreadsheet program and save it as .xlsx again.')
  }
  return book.worksheets.filter(({ state }) => state === 'visible')
}

/** The first row that names every required column; where none is required, the first that names two. */
function headerOf(sheet: ExcelJS.Worksheet, required: readonly string[]): number | undefined {
  for (let number = 1; number <= Math.min(sheet.rowCount, mostTitles); number++) {
    const names = new Set(named(sheet, number).filter((name) => name !== ''))
    if (names.size > 1 && required.every((one) => names.has(one))) return number
  }
  return undefined
}

function firstRow(sheet: ExcelJS.Worksheet): number {
  let first = 1
  while (first < sheet.rowCount && textsOf(sheet, first, mostColumns).every((cell) => cell === '')) first += 1
  return first
}

/** The names of columns in a row: what a cell that is merged over several says, the first of them bears. */
function named(sheet: ExcelJS.Worksheet, number: number): string[] {
  const count = Math.min(sheet.columnCount, mostColumns)
  const names = Array.from({ length: count }, (_, n) => {
    const cell = sheet.getRow(number).getCell(n + 1)
    const goesOn = cell.isMerged && n > 0 && cell.master === sheet.getRow(number).getCell(n).master
    return goesOn ? '' : textOf(cell)
  })
  const own = names.map((name, n) => {
    if (name === '' || number === 1 || names.indexOf(name) === names.lastIndexOf(name)) return name
    const group = textOf(sheet.getRow(number - 1).getCell(n + 1))
    return group === '' || group === name ? name : `${group} ${name}`
  })
  return own.map((name, n) => name || `#${letterOf(n)}`).slice(0, own.findLastIndex((name) => name !== '') + 1)
}

const textsOf = (sheet: ExcelJS.Worksheet, number: number, count: number): string[] => {
  const row = sheet.findRow(number)
  return row ? Array.from({ length: count }, (_, n) => textOf(row.getCell(n + 1))) : []
}

/** What a cell says, merged ones what their first one says. A text that looks like a formula has an apostrophe in front. */
function textOf(cell: ExcelJS.Cell): string {
  const { formula } = cell
  // `value` loses results that are 0, false or empty (exceljs 2943).
  const content = formula ? (cell.result ?? `=${formula}`) : cell.value
  const text = textOfContent(content as ExcelJS.CellValue).trim()
  return text.startsWith('=') && !formula ? `'${text}` : text
}

function textOfContent(content: ExcelJS.CellValue): string {
  if (content === null || content === undefined) return ''
  if (content instanceof Date) return Number.isNaN(content.getTime()) ? '' : dayOf(content)
  if (typeof content !== 'object') return String(content)
  if ('richText' in content) return content.richText.map(({ text }) => text).join('')
  if ('error' in content) return content.error
  return 'text' in content ? textOfContent(content.text as ExcelJS.CellValue) : ''
}

const dayOf = (date: Date): string => date.toISOString().replace(/T00:00:00\.000Z$/, '')

/** The letters of a column, counted from 0. */
export const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
