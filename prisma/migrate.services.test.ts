import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../tests/support/database.ts'
import { migrate } from './migrate.ts'
import { schemaDrift } from './schema-drift.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'keynode-migrations-'))
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function aMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

test('the migrations make the database that schema.prisma describes', async () => {
  await migrate(database.url, 'prisma/migrations')
  expect(await schemaDrift(database.url, 'prisma/schema.prisma')).toBe('')
})

test('a column that schema.prisma does not have is a drift', async () => {
  await migrate(database.url, 'prisma/migrations')
  await ask('ALTER TABLE "segment" ADD COLUMN "never_heard_of" TEXT')
  expect(await schemaDrift(database.url, 'prisma/schema.prisma')).toContain('never_heard_of')
})

test('two that migrate at once apply each migration once', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, 'prisma/migrations')))
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
})

test('only what a database lacks is applied', async () => {
  aMigration('1_first', 'CREATE TABLE first (id INT)')
  await migrate(database.url, folder)
  aMigration('2_second', 'CREATE TABLE second (id INT)')
  expect(await migrate(database.url, folder)).toEqual(['2_second'])
})

test('a migration that fails leaves nothing behind, and can be mended', async () => {
  aMigration('1_first', 'CREATE TABLE first (id INT); SELECT * FROM not_there')
  await expect(migrate(database.url, folder)).rejects.toThrow('Migration 1_first could not be applied')
  expect(await ask("SELECT to_regclass('first') AS first")).toEqual([{ first: null }])
  aMigration('1_first', 'CREATE TABLE first (id INT)')
  expect(await migrate(database.url, folder)).toEqual(['1_first'])
})

test('a migration that was changed after it was applied is refused', async () => {
  cpSync('prisma/migrations', folder, { recursive: true })
  await migrate(database.url, folder)
  aMigration('00000000000001_initial', 'SELECT 1')
  await expect(migrate(database.url, folder)).rejects.toThrow('00000000000001_initial was changed')
})

test('a database of a newer version is refused', async () => {
  aMigration('1_first', 'SELECT 1')
  aMigration('2_from_the_future', 'SELECT 1')
  await migrate(database.url, folder)
  rmSync(join(folder, '2_from_the_future'), { recursive: true })
  await expect(migrate(database.url, folder)).rejects.toThrow('2_from_the_future, which this version does not know')
})

test('a migration that another tool left half-applied is refused', async () => {
  aMigration('1_first', 'SELECT 1')
  await migrate(database.url, folder)
  await ask('UPDATE "_prisma_migrations" SET finished_at = NULL')
  await expect(migrate(database.url, folder)).rejects.toThrow('1_first failed half-way')
})
