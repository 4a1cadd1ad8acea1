import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sharedData } from '../../vitest.config.ts'
import { readWorkbook } from '../../workflows/importing/read-workbook.ts'

const bytes = new Uint8Array(readFileSync(join(sharedData, 'crm/sales_pipeline_150_deals.xlsx')))
const read = (required: string[]) => readWorkbook({ name: 'sales_pipeline_150_deals.xlsx', bytes }, required)

it('150 deals of a workbook are read, days as days, and a column of formulas by its results, the zeros included', async () => {
  const { columns, rows } = await read(['Lead ID', 'Stage'])
  expect([columns.length, rows.length]).toEqual([15, 150])
  const { cells } = rows[0] ?? { cells: {} }
  expect(cells).toMatchObject({
    'Lead ID': 'AL-1000',
    Stage: 'Lost',
    'Stage Change Date': '2025-02-04',
    'Probability (%)': '0',
    'Expected Order Volume (€)': '20500',
  })
  const probability = new Map([
    ['Lead', '0.05'],
    ['Qualified', '0.1'],
    ['Proposal', '0.25'],
    ['Negotiation', '0.5'],
    ['Won', '1'],
    ['Lost', '0'],
  ])
  expect(rows.filter(({ cells }) => cells['Probability (%)'] !== probability.get(cells.Stage ?? ''))).toEqual([])
  expect(rows.every(({ cells }) => /^\d{4}-\d{2}-\d{2}$/.test(cells['Expected Close Date'] ?? ''))).toBe(true)
})

it('another sheet of it is found by its columns, and a sheet that has none of them is refused by name', async () => {
  expect((await read(['Stages', 'Probability'])).rows.map(({ cells }) => cells.Stages)).toContain('Negotiation')
  await expect(read(['Keynode'])).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})
