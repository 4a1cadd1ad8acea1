import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { createDb } from '../prisma/client.ts'
import { createBatchesClient } from '../workflows/batches-client.ts'
import { createDealsClient } from '../workflows/deals-client.ts'
import { createMovesClient } from '../workflows/moves-client.ts'
import { createPromotionsClient } from '../workflows/promotions-client.ts'
import { createAuth } from './auth/auth.ts'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { createLive } from './live/live.ts'
import { createModelCache } from './models/model-cache.ts'

/** How long a change may take to be confirmed, in milliseconds, before the asker is told to ask again. */
const patience = 10_000

type Connected = Deps & { close(): Promise<void> }

/** What the routes act with, on the database and the Temporal server of the settings. */
export function connect({ databaseUrl, temporal, secret, publicUrl, privateWebhooks }: Config): Connected {
  const db = createDb(databaseUrl)
  // Connects at the first use and again after an outage, so that screens stay up while Temporal is away.
  const connection = Connection.lazy({
    address: temporal.address,
    connectTimeout: '5 seconds',
    // By itself it would wait ever longer, up to two minutes, before it tries a server again that was away.
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 3000 },
  })
  const live = createLive(databaseUrl, db, randomUUID)
  const client = new Client({ connection, namespace: temporal.namespace })
  return {
    db,
    auth: createAuth(db, { secret, publicUrl }),
    live,
    privateWebhooks,
    models: createModelCache(db),
    deals: createDealsClient(client, temporal.taskQueue, { patience }),
    batches: createBatchesClient(client, temporal.taskQueue, patience),
    promotions: createPromotionsClient(client, temporal.taskQueue, patience),
    moves: createMovesClient(client, temporal.taskQueue, patience),
    now: () => new Date(),
    newId: randomUUID,
    async close() {
      await Promise.allSettled([live.close(), connection.close(), db.$disconnect()])
    },
  }
}
