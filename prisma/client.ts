import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'

export type Db = PrismaClient

/** The database behind `url`. The only place that makes a Prisma client. */
export function createDb(url: string, connections = 10): Db {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections }) })
}
