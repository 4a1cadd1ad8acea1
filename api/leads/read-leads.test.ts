import { expect, it } from 'vitest'
import type { Funnel } from '#engine'
import { readTable } from '../../workflows/importing/read-table.ts'
import { requiredColumns } from './lead-columns.ts'
import { readLeads } from './read-leads.ts'

const funnel: Funnel = {
  stages: [
    { id: 'new', name: 'New' },
    { id: 'called', name: 'Called' },
  ],
  fields: [
    { id: 'size', name: 'Employees', value: { kind: 'number' } },
    { id: 'plan', name: 'Plan', value: { kind: 'choice', options: ['basic', 'gold'] } },
  ],
}
const owners = new Map([['ann@example.com', 'ann']])
const read = (text: string) =>
  readLeads(readTable({ name: 'leads.csv', bytes: new TextEncoder().encode(text) }, requiredColumns), funnel, owners)

it('a row is a lead, with fields by id or name, a stage by its name, tags apart by semicolons', () => {
  const { leads, refused, columnsLeft } = read(
    'key,name,stage,tags,owner,Employees,plan,fax\n7,Café,Called,vip; b ;vip,Ann@example.com,12,gold,none\n',
  )
  expect(leads).toEqual([
    {
      key: '7',
      name: 'Café',
      account: null,
      contact: null,
      source: null,
      stage: 'called',
      tags: ['b', 'vip'],
      owner: 'ann',
      fields: { size: 12, plan: 'gold' },
    },
  ])
  expect([refused, columnsLeft]).toEqual([[], ['fax']])
})

it.each([
  [',Café,New,,1', 'it has no key', 'no-key', {}],
  ['1,,New,,1', 'it has no name', 'no-name', {}],
  ['1,Café,Lost,,1', 'its stage “Lost” is none of New, Called', 'stage', { told: 'Lost', stages: 'New, Called' }],
  ['1,Café,New,bob,1', 'its owner “bob” is no seller’s name', 'owner', { told: 'bob' }],
  [
    '1,Café,New,,many',
    'its Employees “many” is not a number; write it as 1250.5',
    'number',
    { column: 'Employees', told: 'many' },
  ],
  ['1,Café', 'it has 2 cells where the header has 5', 'cells', { cells: 2, columns: 5 }],
  [
    `1,${'a'.repeat(301)},New,,1`,
    'its name is longer than 300 characters',
    'too-long',
    { column: 'name', longest: 300 },
  ],
])('the row %s is refused because %s', (row, why, code, details) => {
  const { leads, refused } = read(`key,name,stage,owner,Employees\n${row}\n`)
  expect(leads).toEqual([])
  expect(refused).toEqual([{ line: 2, key: row.split(',')[0], code, details, why: expect.stringContaining(why) }])
})

it('of two rows with one key the first is taken', () => {
  const { leads, refused } = read('key,name\n1,First\n1,Second\n')
  expect(leads.map(({ name }) => name)).toEqual(['First'])
  expect(refused).toEqual([
    { line: 3, key: '1', code: 'twice', details: { line: 2 }, why: 'its key stands on line 2 already' },
  ])
})
