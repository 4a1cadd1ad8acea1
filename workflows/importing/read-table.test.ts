import { describe, expect, it } from 'vitest'
import { aFile } from '../../tests/support/a-crm.ts'
import { readTable } from './read-table.ts'

const read = (text: string, required: string[] = []) => readTable(aFile('deals.csv', text), required)
const refusalOf = (bytes: Uint8Array, required: string[] = []) => {
  try {
    readTable({ name: 'deals.csv', bytes }, required)
  } catch (error) {
    return error
  }
  return undefined
}
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a CSV file is read as spreadsheets write it', () => {
  it('with a byte order mark, CRLF and spaces around cells', () => {
    expect(read('\uFEFFid,name\r\n1, Ida \r\n').rows).toEqual([{ line: 2, cells: { id: '1', name: 'Ida' } }])
  })

  it('with semicolons or tabs between cells', () => {
    expect(read('id;name\n1;Holm, Ida\n').rows[0]?.cells).toEqual({ id: '1', name: 'Holm, Ida' })
    expect(read('id\tname\n1\tIda\n').rows[0]?.cells).toEqual({ id: '1', name: 'Ida' })
  })

  it('with commas, quotation marks and line breaks inside quoted cells', () => {
    expect(read('id,name\n1,"Pine, ""P"" & Sons\r\nLtd"\n').rows[0]?.cells.name).toBe('Pine, "P" & Sons\nLtd')
  })

  it('with a quotation mark for inches in a cell that is not quoted', () => {
    expect(read('id,name\n1,Pipe 12" long\n').rows[0]?.cells.name).toBe('Pipe 12" long')
  })
})

it('each row has the line that it begins on, past blank lines and cells of several lines', () => {
  expect(read('id,name\n1,"a\nb\nc"\n\n,\n2,d\n').rows.map(({ line, cells }) => [line, cells.id])).toEqual([
    [2, '1'],
    [7, '2'],
  ])
})

it('a row with more or fewer cells than the header is broken, and the others are read', () => {
  const { rows, broken } = read('id,name\n1,a\n2\n3,c,d\n4,e\n')
  expect(rows.map(({ cells }) => cells.id)).toEqual(['1', '4'])
  expect(broken.map(({ line, why }) => [line, why])).toEqual([
    [3, 'it has 1 cells where the header has 2'],
    [4, 'it has 3 cells where the header has 2'],
  ])
})

describe('a file that is no such table is refused, with what to do', () => {
  const cases: [what: string, bytes: Uint8Array, says: RegExp][] = [
    ['a workbook', bytes('PK\u0003\u0004 and so on'), /workbook.*Save its sheet as “CSV UTF-8”/],
    ['binary data', Uint8Array.from([1, 0, 2, 0, 200]), /not a spreadsheet/],
    ['letters of another encoding', Uint8Array.from([0x61, 0x2c, 0xe9, 0x0a]), /not in UTF-8/],
    ['an empty file', bytes(''), /is empty/],
    ['a file of blank lines', bytes('\n\n'), /is empty/],
    [
      'a quotation mark that is never closed',
      bytes('id,name\n1,a\n2,"b\n3,c\n'),
      /in the row of line 3 that is never closed/,
    ],
    ['a header with one name twice', bytes('id,name,id\n'), /two columns “id”/],
  ]
  it.each(cases)('%s', (_, content, says) => {
    expect(refusalOf(content)).toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringMatching(says) })
  })

  it('a file without a needed column, which lists those that it has', () => {
    expect(refusalOf(bytes('id,title\n1,a\n'), ['id', 'stage', 'agent'])).toMatchObject({
      message: expect.stringMatching(
        /deals\.csv has no column “stage”, “agent”\. Its first line names “id”, “title”\./,
      ),
      details: { missing: ['stage', 'agent'], found: ['id', 'title'] },
    })
  })
})
