import type { AddressInfo } from 'node:net'
import { createApp } from '../../api/app.ts'
import { readConfig } from '../../api/config.ts'
import { connect } from '../../api/connect.ts'
import { createModelCache } from '../../api/models/model-cache.ts'
import { ask, signIn } from './asking.ts'
import type { List } from './every-list.ts'
import { readBy, type WatchedDb } from './watched-db.ts'

/** How many rows one answer read of tables, and the tables that it read from their beginning to their end. */
export type ListRead = { rows: number; whole: string[] }

/** What each list reads of a watched database, asked of an API that knows its models already. */
export async function listReads(
  url: string,
  secret: string,
  { db, worked }: WatchedDb,
  lists: List[],
): Promise<ListRead[]> {
  const config = readConfig({ DATABASE_URL: url, BETTER_AUTH_SECRET: secret })
  const deps = connect(config)
  const server = createApp({ ...deps, db, models: createModelCache(db) }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  try {
    const asked = await signIn(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const reads: ListRead[] = []
    for (const list of lists) {
      await ask(asked, list)
      worked()
      await ask(asked, list)
      reads.push(readBy(worked()))
    }
    return reads
  } finally {
    server.closeAllConnections()
    server.close()
    await deps.close()
    await db.$disconnect()
  }
}
