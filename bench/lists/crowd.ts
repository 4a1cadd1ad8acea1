import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { buildDesigner } from '../../launch/build-designer.ts'
import { freePort } from '../../launch/ports.ts'
import { startPostgres } from '../../launch/postgres.ts'
import { supervise } from '../../launch/supervise.ts'
import { createDb, type Db } from '../../prisma/client.ts'
import { migrate } from '../../prisma/migrate.ts'
import { makeLists } from './make-lists.ts'

/** A database with so many deals, and the API over it as a process of its own. */
export type Crowd = { deals: number; databaseUrl: string; secret: string; db: Db; url: string }

/** How many deals the others are compared with. */
const fewDeals = 1000

export type Crowds = { small: Crowd; large: Crowd; stop(): Promise<void> }

/**
 * A thousand deals and so many, on one PostgreSQL in a folder that goes with it, and the screens. Nothing works the deals:
 * there is no Temporal server, which lists do not ask.
 */
export async function startCrowds(deals: number): Promise<Crowds> {
  await buildDesigner()
  const folder = mkdtempSync(join(tmpdir(), 'keynode-bench-'))
  const postgres = await startPostgres(join(folder, 'postgres'), await freePort())
  const ends = [async () => rmSync(folder, { recursive: true, force: true }), () => postgres.stop()]
  const stop = async () => {
    for (const end of ends.toReversed()) await end()
  }
  try {
    const started = []
    for (const size of [fewDeals, deals]) {
      const { crowd, end } = await startCrowd(postgres.url, size)
      started.push(crowd)
      ends.push(end)
    }
    const [small, large] = started as [Crowd, Crowd]
    return { small, large, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startCrowd(server: string, deals: number) {
  const [databaseUrl, secret] = [await createDatabase(server, `deals_${deals}`), randomUUID()]
  await migrate(databaseUrl, 'prisma/migrations')
  const db = createDb(databaseUrl)
  const begun = performance.now()
  await makeLists({ url: databaseUrl, db, secret }, deals)
  console.log(`Made ${deals} deals in ${Math.round((performance.now() - begun) / 1000)} s`)
  const port = await freePort()
  const api = supervise(
    'api',
    'api/main.ts',
    { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl, BETTER_AUTH_SECRET: secret },
    { readyAt: 'listening on port' },
  )
  await api.ready
  const crowd: Crowd = { deals, databaseUrl, secret, db, url: `http://localhost:${port}` }
  const end = async () => {
    await api.stop()
    await db.$disconnect()
  }
  return { crowd, end }
}

async function createDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return server.replace(/\/[^/]*$/, `/${name}`)
}
