import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createDb, type Db } from '../../prisma/client.ts'
import { migrate } from '../../prisma/migrate.ts'

export type TestDatabase = { url: string; db: Db; drop(): Promise<void> }

/** A migrated database of a test's own. */
export async function aDatabase(): Promise<TestDatabase> {
  const database = await emptyDatabase()
  await migrate(database.url, 'prisma/migrations')
  return database
}

/** A database of a test's own in which nothing is yet. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `CREATE DATABASE ${name}`)
  const url = server.replace(/\/[^/]*$/, `/${name}`)
  const db = createDb(url)
  return {
    url,
    db,
    async drop() {
      await db.$disconnect()
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
