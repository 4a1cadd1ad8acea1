import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readWorkbook } from './read-workbook.ts'

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void

async function read(fill: Fill, required: string[] = []) {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('Deals'), book)
  return readWorkbook({ name: 'deals.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) }, required)
}

it('formulas count with their results, also with none, false and nothing', async () => {
  const { rows } = await read((sheet) => {
    sheet.addRow(['id', 'what'])
    sheet.addRow(['sum', { formula: 'B1*2', result: 42.5 }])
    sheet.addRow(['zero', { formula: 'B1*0', result: 0 }])
    sheet.addRow(['no', { formula: 'B1=1', result: false }])
    sheet.addRow(['text', { formula: 'A1', result: 'Ida' }])
    sheet.addRow(['error', { formula: 'NA()', result: { error: '#N/A' } }])
    sheet.addRow(['never worked out', { formula: 'B1*2' }])
  })
  expect(rows.map(({ cells }) => cells.what)).toEqual(['42.5', '0', 'false', 'Ida', '#N/A', '=B1*2'])
})

it('a header below titles is found; merged over columns it names the first, over rows each, twice with its group', async () => {
  const { columns, rows } = await read(
    (sheet) => {
      sheet.addRow(['Pipeline of the spring'])
      sheet.mergeCells('A1:F1')
      sheet.addRow(['id', 'before', null, 'after', null, 'note'])
      sheet.addRow([null, 'value', 'day', 'value', 'day', null])
      sheet.mergeCells('A2:A3')
      sheet.mergeCells('B2:C2')
      sheet.mergeCells('D2:E2')
      sheet.mergeCells('F2:F3')
      sheet.addRow(['1', 5, new Date('2026-03-31'), 6, new Date('2026-04-01T12:30:00Z'), 'so'])
    },
    ['id', 'before value'],
  )
  expect(columns).toEqual(['id', 'before value', 'before day', 'after value', 'after day', 'note'])
  expect(rows).toEqual([
    {
      line: 4,
      cells: {
        id: '1',
        'before value': '5',
        'before day': '2026-03-31',
        'after value': '6',
        'after day': '2026-04-01T12:30:00.000Z',
        note: 'so',
      },
    },
  ])
})

it('rich text, links and numbers are read as what they show; a text that looks like a formula is told from one', async () => {
  const { rows } = await read((sheet) => {
    sheet.addRow(['id', 'what'])
    sheet.addRow([1, { richText: [{ text: 'Pine ' }, { font: { bold: true }, text: '& Sons' }] }])
    sheet.addRow([2, { text: 'the offer', hyperlink: 'https://example.com' }])
    sheet.addRow([3, '=1+1'])
    sheet.addRow([])
    sheet.addRow([4, true])
  })
  expect(rows.map(({ line, cells }) => [line, cells.what])).toEqual([
    [2, 'Pine & Sons'],
    [3, 'the offer'],
    [4, "'=1+1"],
    [6, 'true'],
  ])
})

it('the first visible sheet that has the columns is read', async () => {
  const { rows } = await read(
    (sheet, book) => {
      sheet.addRow(['how', 'to'])
      book.addWorksheet('Hidden', { state: 'hidden' }).addRow(['id', 'name'])
      book.addWorksheet('List').addRows([
        ['id', 'name'],
        ['7', 'Ida'],
      ])
    },
    ['id', 'name'],
  )
  expect(rows.map(({ cells }) => cells.name)).toEqual(['Ida'])
})

it('what is no workbook, damaged, without the columns, or would fill the memory is refused with what to do', async () => {
  const refusalOf = (bytes: Uint8Array) =>
    readWorkbook({ name: 'deals.xlsx', bytes }, []).then(
      () => undefined,
      (error: Error) => error.message,
    )
  expect(await refusalOf(new TextEncoder().encode('PK\u0003\u0004 and no more'))).toMatch(/damaged workbook/)
  expect(await refusalOf(zipSync({ 'a.txt': new Uint8Array(3) }))).toMatch(/is an archive and no workbook/)
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(101 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await refusalOf(bomb)).toMatch(/more than 100 MB/)
  const merged = '<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
  const parts = { 'xl/workbook.xml': new Uint8Array(1), 'xl/worksheets/sheet1.xml': new TextEncoder().encode(merged) }
  expect(await refusalOf(zipSync(parts))).toMatch(/merges whole columns/)
  await expect(read((sheet) => sheet.addRow(['id', 'name']), ['key'])).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: expect.stringContaining('has no column “key”'),
  })
})
