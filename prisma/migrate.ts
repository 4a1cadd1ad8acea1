import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** The advisory lock that Prisma Migrate takes too, so that the two never run at once. */
const lock = 72707369

/** Prisma Migrate's own table, so that `prisma migrate deploy` agrees on what was applied. */
const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

type Applied = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Applies the migrations that a database lacks, each in a transaction, and returns their names. Refuses a database that
 * holds a half-applied, a changed or an unknown migration, and says which.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    await client.query(ledger)
    const { rows } = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    )
    const pending = pendingMigrations(readMigrations(folder), rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

type Migration = { name: string; sql: string; checksum: string }

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

function pendingMigrations(known: Migration[], applied: Applied[]): Migration[] {
  for (const row of applied) {
    const migration = known.find(({ name }) => name === row.migration_name)
    if (!row.finished_at)
      throw new Error(
        `Migration ${row.migration_name} failed half-way earlier. Repair the database and mark it with “prisma migrate resolve”.`,
      )
    if (!migration)
      throw new Error(
        `The database has migration ${row.migration_name}, which this version does not know. Start a newer version.`,
      )
    if (migration.checksum !== row.checksum)
      throw new Error(`Migration ${row.migration_name} was changed after it had been applied. Restore its file.`)
  }
  return known.filter(({ name }) => !applied.some((row) => row.migration_name === name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} could not be applied; the database is as it was.`, { cause: error })
  }
}
