import { setTimeout } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import type { Db } from '../prisma/client.ts'
import { importWorkflowId } from '../workflows/import-contract.ts'
import { figure } from '../workflows/importing/report-text.ts'
import { LaunchError } from './launch-error.ts'
import type { ProgressLine } from './progress-line.ts'

type Watched = { db: Db; client: Client; importId: string; pending: number; progress: ProgressLine }

const lookEveryMs = 500
/** How long nothing may move before that is told, and how long nothing may answer before watching is given up. */
const [quietMs, awayMs] = [20_000, 60_000]

/**
 * Shows how an import goes until its workflow has ended, and gives the workflow's last status. `stopped` ends the watching,
 * not the import.
 */
export async function watchImport(watched: Watched, stopped: () => boolean): Promise<string> {
  const { pending, progress } = watched
  const started = Date.now()
  let [done, movedAt, answeredAt] = [0, started, started]
  while (!stopped()) {
    const seen = await look(watched).catch(() => undefined)
    const now = Date.now()
    if (seen) answeredAt = now
    if (seen && pending - seen.pending !== done) [done, movedAt] = [pending - seen.pending, now]
    if (now - answeredAt > awayMs)
      throw new LaunchError(
        'Keynode has not answered for a minute. The import goes on when it runs again; run this command again to watch it.',
      )
    const pace = sentence(done, pending, now - started)
    progress.show(now - movedAt > quietMs ? `${pace}; nothing moves, is a worker running?` : pace)
    if (seen && seen.status !== 'RUNNING') return seen.status
    await setTimeout(lookEveryMs)
  }
  return 'WATCHING ENDED'
}

async function look({ db, client, importId }: Watched): Promise<{ pending: number; status: string }> {
  // The status first: rows that are read after the end are all of them.
  const { status } = await client.workflow.getHandle(importWorkflowId(importId)).describe()
  return { status: status.name, pending: await db.importRow.count({ where: { importId, status: 'pending' } }) }
}

function sentence(done: number, of: number, ms: number): string {
  const rate = done / (ms / 1000)
  const left = rate > 0 ? `, about ${figure(Math.ceil((of - done) / rate))} s left` : ''
  return `${figure(done)} of ${figure(of)} (${rate.toFixed(0)} a second${done < of ? left : ''})`
}
