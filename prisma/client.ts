import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { type Prisma, PrismaClient } from './generated/client.ts'

export { Prisma } from './generated/client.ts'
export type Db = PrismaClient
/** Where a query runs: in a transaction, or in none. */
export type Transaction = Prisma.TransactionClient

/** Patience with a database that is out of reach, in milliseconds: whoever waits for an answer is told soon. */
const patience = { connectionTimeoutMillis: 4000, query_timeout: 15_000, keepAlive: true }

/** The database behind `url`. The only place that makes a Prisma client. */
export function createDb(url: string, connections = 10): Db {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections, ...patience }) })
}

/** The database behind connections that somebody else listens to as well. They end with the client. */
export function createDbOver(pool: pg.Pool): Db {
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
}
