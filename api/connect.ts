import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { createDb } from '../prisma/client.ts'
import { createDealsClient } from '../workflows/deals-client.ts'
import { createAuth } from './auth/auth.ts'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { createModelCache } from './models/model-cache.ts'

type Connected = Deps & { close(): Promise<void> }

/** What the routes act with, on the database and the Temporal server of the settings. */
export function connect({ databaseUrl, temporal, secret, publicUrl }: Config): Connected {
  const db = createDb(databaseUrl)
  // Connects at the first use and again after an outage, so that screens stay up while Temporal is away.
  const connection = Connection.lazy({ address: temporal.address, connectTimeout: '5 seconds' })
  const client = new Client({ connection, namespace: temporal.namespace })
  return {
    db,
    auth: createAuth(db, { secret, publicUrl }),
    models: createModelCache(db),
    deals: createDealsClient(client, temporal.taskQueue),
    now: () => new Date(),
    newId: randomUUID,
    async close() {
      await Promise.allSettled([connection.close(), db.$disconnect()])
    },
  }
}
