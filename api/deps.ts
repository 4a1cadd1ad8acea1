import type { Db } from '../prisma/client.ts'
import type { BatchesClient } from '../workflows/batches-client.ts'
import type { DealsClient } from '../workflows/deals-client.ts'
import type { MovesClient } from '../workflows/moves-client.ts'
import type { PromotionsClient } from '../workflows/promotions-client.ts'
import type { Auth } from './auth/auth.ts'
import type { Live } from './live/live.ts'
import type { ModelCache } from './models/model-cache.ts'

/** What the routes act with. Built once in main, passed down. */
export type Deps = {
  db: Db
  deals: DealsClient
  moves: MovesClient
  batches: BatchesClient
  promotions: PromotionsClient
  models: ModelCache
  auth: Auth
  live: Live
  /** Whether webhooks may go to our own network, and without TLS. */
  privateWebhooks: boolean
  now: () => Date
  newId: () => string
}
