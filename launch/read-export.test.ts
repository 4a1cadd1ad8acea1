import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readExport } from './read-export.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keynode-export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, name), name)
}
const namesOf = (path: string) =>
  Object.fromEntries(Object.entries(readExport(path)).map(([part, { name }]) => [part, name]))

it('a folder gives its opportunities and the lists beside them, whatever the case of their names', () => {
  write('Sales_Pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv', 'README.md')
  expect(namesOf(folder)).toEqual({
    pipeline: 'Sales_Pipeline.csv',
    accounts: 'accounts.csv',
    products: 'products.csv',
    teams: 'sales_teams.csv',
  })
})

it('a file may have any name, and its lists are found beside it where there are any', () => {
  write('deals of march.csv', 'products.csv')
  expect(namesOf(join(folder, 'deals of march.csv'))).toEqual({
    pipeline: 'deals of march.csv',
    products: 'products.csv',
  })
})

it('a folder without opportunities is refused, with what it has', () => {
  write('notes.txt')
  expect(() => readExport(folder)).toThrow(/has no sales_pipeline\.csv; it has notes\.txt/)
})

it('a path that leads nowhere is refused', () => {
  expect(() => readExport(join(folder, 'nothing.csv'))).toThrow(/no such file or folder/)
})
