import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { shipLibrary } from './ship-library.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database?.drop())
beforeEach(() => database.db.$executeRaw`TRUNCATE segment, department CASCADE`)

const ship = () => shipLibrary({ db: database.db, newId: randomUUID, now: () => new Date('2026-03-01T09:00:00Z') })
const segments = () =>
  database.db.segment.findMany({
    orderBy: { name: 'asc' },
    select: { name: true, model: { select: { versions: { select: { number: true } } } } },
  })

const shipped = ['Enterprise software', 'Public tender'].map((name) => ({
  name,
  model: { versions: [{ number: 1 }] },
}))

test('an empty installation begins with two published segments', async () => {
  await ship()
  expect(await segments()).toEqual(shipped)
})

test('the departments that the models ask are there to be staffed', async () => {
  await ship()
  expect((await database.db.department.findMany()).map(({ id }) => id)).toContain('legal')
})

test('two processes that start at once ship once', async () => {
  await Promise.all([ship(), ship(), ship()])
  expect(await segments()).toEqual(shipped)
})

test('an installation that has a segment of its own stays as it is', async () => {
  await database.db.segment.create({ data: { id: 'own', name: 'Our own' } })
  await ship()
  expect(await segments()).toEqual([{ name: 'Our own', model: null }])
})
