import pg from 'pg'
import type { Db } from '../../prisma/client.ts'
import { type Happening, happeningOf, type Told } from './happening.ts'

export type Numbered = { id: string; happening: Happening }
export type Live = {
  /**
   * Tells what happens from now on, and first what has happened since `after`, the id of what was heard last. Where that
   * is not known any more, it tells that all may have changed. The answer ends it.
   */
  listen(after: string | undefined, hear: (one: Numbered) => void): () => void
  /** Aborted once nothing is told any more. */
  ended: AbortSignal
  close(): Promise<void>
}

/** What a listener that was away for a moment can be told again. */
const kept = 2000
const retryMs = 1000

/**
 * What changes in the database, as it is committed: one connection listens, for all who are connected to this process. Ids
 * count up within one process; the id of another one is not known here, and its listener reads everything anew.
 */
export function createLive(databaseUrl: string, db: Db, newId: () => string): Live {
  const run = newId()
  const listeners = new Set<(one: Numbered) => void>()
  const recent: Numbered[] = []
  let count = 0
  let client: pg.Client | undefined
  const ending = new AbortController()
  let telling = Promise.resolve()

  function tell(happening: Happening): void {
    const one = { id: `${run}.${++count}`, happening }
    recent.push(one)
    if (recent.length > kept) recent.shift()
    for (const hear of listeners) hear(one)
  }

  /** One after the other, in the order of the commits. */
  function hear(payload: string | undefined): void {
    telling = telling.then(async () => {
      const happening = await happeningOf(db, JSON.parse(payload ?? '{}') as Told).catch(() => ({
        kind: 'all' as const,
      }))
      if (happening) tell(happening)
    })
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true, application_name: 'keynode live' })
    client = next
    next.on('notification', ({ payload }) => hear(payload))
    next.on('error', () => undefined)
    next.once('end', () => {
      if (!ending.signal.aborted && client === next) setTimeout(reconnect, retryMs).unref()
    })
    await next.connect()
    await next.query('LISTEN live')
  }

  /** Whatever was committed meanwhile was told to nobody. */
  function reconnect(): void {
    if (ending.signal.aborted) return
    connect().then(
      () => tell({ kind: 'all' }),
      () => setTimeout(reconnect, retryMs).unref(),
    )
  }

  return {
    listen(after, hear) {
      if (!client) reconnect()
      const at = recent.findIndex(({ id }) => id === after)
      if (at >= 0) for (const one of recent.slice(at + 1)) hear(one)
      else if (after !== undefined) hear({ id: `${run}.${count}`, happening: { kind: 'all' } })
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    ended: ending.signal,
    async close() {
      ending.abort()
      listeners.clear()
      await client?.end()
    },
  }
}
