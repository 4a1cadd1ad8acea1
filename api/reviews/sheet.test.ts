import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, type AskedFact, grades, isSameAnswer, type Known, type Scalar, type ValueType } from '#engine'
import { readTable } from '../../workflows/importing/read-table.ts'
import { readWorkbook } from '../../workflows/importing/read-workbook.ts'
import type { Table } from '../../workflows/importing/table.ts'
import { compareSheet, type DealNow } from './compare-sheet.ts'
import { type SheetLanguage, sheetLanguages } from './sheet-languages.ts'
import type { SheetRow } from './sheet-rows.ts'
import { sheetWords } from './sheet-words.ts'
import { csvSheet, workbookSheet } from './write-sheet.ts'

const types: Record<string, ValueType> = {
  'element.inquiry': { kind: 'flag' },
  'element.budget': { kind: 'money' },
  'element.need': { kind: 'text' },
  'element.tender': { kind: 'date' },
  'element.way': { kind: 'choice', options: ['Tender', '=cmd|calc', 'Direct, by hand'] },
}
const since = '2026-03-02T09:00:00.000Z'

const anyOf = (type: ValueType): fc.Arbitrary<string | number | boolean> => {
  if (type.kind === 'flag') return fc.boolean()
  if (type.kind === 'choice') return fc.constantFrom(...type.options)
  if (type.kind === 'date') return fc.constantFrom('2026-03-31', '2026-04-01', '1999-12-31')
  if (type.kind === 'text') return fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '')
  return fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100)
}
const answerOf = (type: ValueType): fc.Arbitrary<Answer> =>
  fc.option(fc.record({ value: anyOf(type), grade: fc.constantFrom(...grades) }), { nil: undefined })

const rowOf = (deal: string, fact: string, known: Answer): SheetRow => {
  const type = types[fact] ?? { kind: 'text' }
  const asked: AskedFact = { fact, name: fact, kind: 'element', type, required: true, grade: 'said' }
  return {
    deal: { id: deal, name: `=Deal ${deal}` },
    account: '+Acme',
    asked: known ? { ...asked, known: { ...known, since } } : asked,
  }
}
const dealNow = (known: Record<string, Answer>): DealNow => ({
  name: 'Deal',
  open: true,
  currency: 'EUR',
  types,
  names: new Map(),
  known: new Map(
    Object.entries(known).flatMap(([fact, one]): [string, Known][] => (one ? [[fact, { ...one, since }]] : [])),
  ),
})

type Format = 'xlsx' | 'csv'
async function back(
  rows: SheetRow[],
  language: SheetLanguage,
  format: Format,
  edit?: (sheet: ExcelJS.Worksheet) => void,
) {
  if (format === 'csv')
    return readTable({ name: 'sheet.csv', bytes: new TextEncoder().encode(csvSheet(rows, language)) }, ['Keynode'])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(await workbookSheet(rows, language)).buffer)
  const [sheet] = book.worksheets
  if (sheet) edit?.(sheet)
  return readWorkbook({ name: 'sheet.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) }, ['Keynode'])
}

const known = fc.record(Object.fromEntries(Object.entries(types).map(([fact, type]) => [fact, answerOf(type)])))

describe('a sheet that comes back as it was', () => {
  it.each(
    sheetLanguages.flatMap((language) => [
      [language, 'xlsx' as const, 10],
      [language, 'csv' as const, 60],
    ]),
  )('changes nothing, in %s as %s', async (language, format, numRuns) => {
    await fc.assert(
      fc.asyncProperty(known, async (given) => {
        const rows = Object.entries(given).map(([fact, one]) => rowOf('d1', fact, one))
        const table = await back(rows, language as SheetLanguage, format as Format)
        expect(compareSheet(table, new Map([['d1', dealNow(given)]]))).toEqual({ rows: [], unchanged: rows.length })
      }),
      { numRuns: numRuns as number },
    )
  })
})

it('nothing is overwritten in silence: over random edits each row is the same, a change of what was given, a conflict with both sides, or refused', async () => {
  const edited = fc.record(
    Object.fromEntries(
      Object.entries(types).map(([fact, type]) => {
        return [
          fact,
          fc.tuple(
            answerOf(type),
            fc.oneof(fc.constant('as given' as const), answerOf(type)),
            answerOf(type),
            fc.boolean(),
          ),
        ]
      }),
    ),
  )
  fc.assert(
    fc.property(edited, (edits) => {
      const facts = Object.entries(edits).map(([fact, [given, typed, later, moved]]) => {
        // What is typed into a cell has no spaces around it.
        const said = typed === 'as given' ? given : typed && { ...typed, value: trimmed(typed.value) }
        return { fact, given, said, now: moved ? later : given }
      })
      const written = csvSheet(
        facts.map(({ fact, given }) => rowOf('d1', fact, given)),
        'en',
      )
      const said = csvSheet(
        facts.map(({ fact, said: one }) => rowOf('d1', fact, one)),
        'en',
      )
      const table = withCells(read(written), read(said))
      const now = dealNow(Object.fromEntries(facts.map((one) => [one.fact, one.now])))
      const { rows, unchanged } = compareSheet(table, new Map([['d1', now]]))
      expect(rows.length + unchanged).toBe(facts.length)
      for (const { fact, given, said: asked, now: holds } of facts) {
        const row = rows.find((one) => one.fact === fact)
        if (!row) expect(isSameAnswer(asked, given) || isSameAnswer(asked, holds)).toBe(true)
        else if (row.status === 'change') {
          expect([row.said, isSameAnswer(given, holds)]).toEqual([asked, true])
        } else if (row.status === 'conflict') {
          expect([row.said, row.now, row.given]).toEqual([asked, holds ?? null, given ?? null])
          expect(isSameAnswer(given, holds)).toBe(false)
        } else expect(['emptied', 'weaker']).toContain('fault' in row && row.fault.code)
      }
    }),
    { numRuns: 400 },
  )
})

const trimmed = (value: Scalar): Scalar => (typeof value === 'string' ? value.trim() : value)
const read = (csv: string): Table => readTable({ name: 's.csv', bytes: new TextEncoder().encode(csv) }, ['Keynode'])
/** The sheet that was given, with the values and grades of another one typed in. */
const withCells = (given: Table, typed: Table): Table => ({
  ...given,
  rows: given.rows.map((row, n) => {
    const { Value = '', Evidence = '' } = typed.rows[n]?.cells ?? {}
    return { ...row, cells: { ...row.cells, Value, Evidence } }
  }),
})

describe('a sheet that was edited in a spreadsheet', () => {
  const rows = [
    rowOf('d1', 'element.inquiry', undefined),
    rowOf('d1', 'element.budget', { value: 100, grade: 'written' }),
    rowOf('d1', 'element.tender', undefined),
    rowOf('d1', 'element.way', undefined),
    rowOf('d1', 'element.need', { value: '=1+1', grade: 'said' }),
  ]
  const now = new Map([
    [
      'd1',
      dealNow({ 'element.budget': { value: 100, grade: 'written' }, 'element.need': { value: '=1+1', grade: 'said' } }),
    ],
  ])
  const compared = async (edit: (sheet: ExcelJS.Worksheet) => void) =>
    compareSheet(await back(rows, 'en', 'xlsx', edit), now)

  it('is read with formulas by their results, days by their count, and rows in any order', async () => {
    const { rows: found, unchanged } = await compared((sheet) => {
      sheet.getCell('H2').value = 'yes'
      sheet.getCell('H3').value = { formula: '50*3', result: 150 }
      sheet.getCell('H4').value = 46_112
      sheet.getCell('H4').numFmt = 'General'
      const cells = sheet.getRow(2).values
      sheet.getRow(2).values = sheet.getRow(5).values
      sheet.getRow(5).values = cells
    })
    expect(found.map((row) => [row.status, row.cell, row.fact, 'said' in row && row.said.value])).toEqual([
      ['change', 'H3', 'element.budget', 150],
      ['change', 'H4', 'element.tender', '2026-03-31'],
      ['change', 'H5', 'element.inquiry', true],
    ])
    expect(unchanged).toBe(2)
  })

  it('says of each cell that it cannot take where it is and why, and leaves the deal as it is', async () => {
    const { rows: found } = await compared((sheet) => {
      sheet.getCell('H2').value = 'perhaps'
      sheet.getCell('H3').value = null
      sheet.getCell('H4').value = '31/03/2026'
      sheet.getCell('H5').value = { formula: 'VLOOKUP(A1,B:C,2)' }
      sheet.getCell('I6').value = 'sworn'
      sheet.addRow(['', 'One more deal', '', '', '', '', '', 'x'])
      sheet.addRow(sheet.getRow(2).values)
    })
    expect(found.map((row) => [row.cell, row.status === 'refused' && row.fault])).toEqual([
      ['H2', { code: 'value', told: 'perhaps', type: { kind: 'flag' } }],
      ['H3', { code: 'emptied' }],
      ['H4', { code: 'value', told: '31/03/2026', type: { kind: 'date' } }],
      ['H5', { code: 'value', told: '=VLOOKUP(A1,B:C,2)', type: types['element.way'] }],
      ['I6', { code: 'grade', told: 'sworn' }],
      ['J7', { code: 'row-unknown' }],
      ['J8', { code: 'row-twice', told: '2' }],
    ])
  })

  it('names a deal that is closed, that is not there, or whose model no longer asks for a fact, only where the row was changed', async () => {
    const table = await back(rows, 'en', 'xlsx', (sheet) => {
      sheet.getCell('H3').value = 5
    })
    const deal = dealNow({})
    const codes = (deals: Map<string, DealNow>) =>
      compareSheet(table, deals).rows.map((row) => row.status === 'refused' && row.fault.code)
    expect(codes(new Map([['d1', { ...deal, open: false }]]))).toEqual(['deal-closed'])
    expect(codes(new Map([['d1', { ...deal, types: {} }]]))).toEqual(['not-asked'])
    expect(new Set(codes(new Map()))).toEqual(new Set(['deal-unknown']))
  })
})

it('the workbook has lists to choose from, a header that stays, a hidden key a row, and no text that would run', async () => {
  const book = new ExcelJS.Workbook()
  const given = Object.keys(types).map((fact) => rowOf('d1', fact, undefined))
  await book.xlsx.load(new Uint8Array(await workbookSheet(given, 'zh-Hant')).buffer)
  const [sheet, lists] = book.worksheets
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet?.getColumn(10).hidden).toBe(true)
  expect([sheet?.getCell('A2').value, sheet?.getCell('B2').value]).toEqual(["'+Acme", "'=Deal d1"])
  expect(sheet?.getCell('H1').value).toBe(sheetWords['zh-Hant'].titles.value)
  const listAt = (cell: string) => {
    const [range = ''] = sheet?.getCell(cell).dataValidation.formulae ?? []
    const [, column = '', last = ''] = /^Lists!\$([A-Z])\$1:\$\1\$(\d+)$/.exec(range) ?? []
    return Array.from({ length: Number(last) }, (_, n) => lists?.getCell(`${column}${n + 1}`).value)
  }
  expect(listAt('H2')).toEqual(['是', '否'])
  expect(listAt('H6')).toEqual(['Tender', "'=cmd|calc", 'Direct, by hand'])
  expect(listAt('I2')).toEqual(['口頭', '書面', '簽署'])
  expect([sheet?.getCell('H3').dataValidation.type, sheet?.getCell('H5').dataValidation.type]).toEqual([
    'decimal',
    'date',
  ])
})
