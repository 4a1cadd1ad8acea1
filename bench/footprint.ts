import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import type { Db } from '../prisma/client.ts'

/** What the product takes on its machine: memory of the Temporal server and the worker, and what both stores hold. In bytes. */
export type Footprint = { server: number; worker: number; database: number; history: number }

type Places = { serverPid: string; workerPid: string; history: string }

/** The files of the pids, and the Temporal server's own store. */
export async function footprintOf(db: Db, { serverPid, workerPid, history }: Places): Promise<Footprint> {
  const [size] = await db.$queryRaw<[{ bytes: bigint }]>`SELECT pg_database_size(current_database()) AS bytes`
  return {
    server: memoryOf(serverPid),
    worker: memoryOf(workerPid),
    database: Number(size.bytes),
    history: statSync(history).size,
  }
}

/** `ps` counts in kilobytes. */
const memoryOf = (pidFile: string): number =>
  1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', readFileSync(pidFile, 'utf8').trim()], { encoding: 'utf8' }))
