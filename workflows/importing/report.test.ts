import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { processModelSchema } from '#engine'
import { aCrm } from '../../tests/support/a-crm.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { readCrmFiles } from './crm-files.ts'
import { type Decisions, decideRows } from './decide-rows.ts'
import { mappingSchema } from './mapping.ts'
import { reportCsv } from './report-csv.ts'
import { reportLines } from './report-lines.ts'
import { reportText } from './report-text.ts'
import type { Standing, Standings } from './standing.ts'

const decisionsOf = (rows: string[]): Decisions =>
  decideRows(readCrmFiles(aCrm(rows)), {
    model: processModelSchema.parse(smallPurchase),
    mapping: mappingSchema.parse({}),
    now: new Date('2026-03-01T12:00:00.000Z'),
  })

/** Every row as an import that went well leaves it, but for those told otherwise. */
function standingsOf({ rows }: Decisions, others: Record<number, Standing> = {}): Standings {
  return new Map(
    rows.map((row): [number, Standing] => [
      row.line,
      others[row.line] ?? {
        status: row.is === 'open' ? 'opened' : row.is,
        reason: row.is === 'refused' ? row.why : '',
      },
    ]),
  )
}

const decisions = decisionsOf([
  'A1,Ida Holm,Press S,Harbour Mills,Engaging,2026-01-15,,',
  'A2,Ida Holm,PressXL,,Engaging,2026-01-15,,',
  'A3,Ida Holm,PressXL,Harbour Mills,Won,2026-01-15,2026-02-01,900',
  'A4,Ida Holm,Press S,Harbour Mills,Odd,,,',
  'A5,Abe Castle,Press S,Pine & Sons,Prospecting,,,',
])
const frame = {
  segment: 'Mills',
  version: 3,
  openedBefore: 0,
  dryRun: false,
  withoutPassword: { reps: 2, managers: 1 },
}

it('every row of the file stands in one of the counts, and they add up', () => {
  const failed = standingsOf(decisions, { 6: { status: 'failed', reason: 'The deal did not answer.' } })
  const counts = reportText(decisions, failed, { ...frame, openedBefore: 1 })
    .split('\n')
    .flatMap((line) => /^ +(\d+) {2}(.*)$/.exec(line)?.slice(1, 3) ?? [])
  expect(counts).toEqual([
    ...['1', 'opened'],
    ...['1', 'opened by an earlier run of this import'],
    ...['1', 'not opened; run the command again to try them again'],
    ...['1', 'closed (1 Won), for which nothing is started'],
    ...['1', 'refused'],
    ...['5', 'of 5 rows in the file'],
  ])
})

it('what did not fit is told by line and id, with its reason and with what came of it', () => {
  const lines = reportLines(decisions, standingsOf(decisions))
  expect(lines.filter(({ line }) => line !== '').map(({ line, id, what, why }) => [line, id, what, why])).toEqual([
    [3, 'A2', 'no account', 'it has no account; opened without one'],
    [
      3,
      'A2',
      'product not in the list',
      '“PressXL” is not in products.csv; nearest is “Press XL”; opened with the spelling as it stands, and without what the list says of the product',
    ],
    [
      4,
      'A3',
      'product not in the list',
      '“PressXL” is not in products.csv; nearest is “Press XL”; it is closed, so nothing is opened',
    ],
    [5, 'A4', 'refused', 'its deal_stage “Odd” is none of Prospecting, Engaging, Won, Lost'],
  ])
})

it('the columns whose content goes nowhere are told', () => {
  const columns = reportLines(decisions, standingsOf(decisions)).filter(
    ({ what }) => what === 'column not carried over',
  )
  expect(columns.map(({ id }) => id)).toEqual(['close_date', 'sector', 'series', 'regional_office'])
})

it('the screen sums up spellings, values and people', () => {
  const text = reportText(decisions, standingsOf(decisions), frame)
  expect(text).toContain('pipeline.csv → “Mills”, on version 3 of its model')
  expect(text).toContain('product not in the list: 2 rows, of which 1 open deal, opened with the spelling')
  expect(text).toContain('“PressXL” is not in products.csv; nearest is “Press XL” (2 rows)')
  expect(text).toContain('no account: 1 row, of which 1 open deal')
  expect(text).toContain('attribute.amount from close_value, else sales_price: 2 deals')
  expect(text).toContain('2 reps and 1 manager whom an import made cannot sign in yet')
})

it('no cell of the report is run by a spreadsheet, and each comes out as it was', () => {
  const why = 'it says "no",\nand more'
  const csv = reportCsv(['=1+1', '+1', '-1', '@x', 'plain'].map((id) => ({ file: 'f', line: 2, id, what: 'w', why })))
  const rows = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  expect(rows.map(({ id }) => id)).toEqual(["'=1+1", "'+1", "'-1", "'@x", 'plain'])
  expect(new Set(rows.map((row) => row.why))).toEqual(new Set([why]))
})
