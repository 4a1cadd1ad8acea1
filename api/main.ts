import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { createDb } from '../prisma/client.ts'
import { createDealsClient } from '../workflows/deals-client.ts'
import { createApp } from './app.ts'
import { createAuth } from './auth/auth.ts'
import { ensureAdmin } from './auth/create-user.ts'
import { readConfig } from './config.ts'
import { createModelCache } from './models/model-cache.ts'

const config = readConfig(process.env)
const db = createDb(config.databaseUrl)
// Connects at the first use and again after an outage, so that screens stay up while Temporal is away.
const connection = Connection.lazy({ address: config.temporal.address })
const client = new Client({ connection, namespace: config.temporal.namespace })
const auth = createAuth(db, { secret: config.secret, publicUrl: config.publicUrl })
const deps = {
  db,
  auth,
  models: createModelCache(db),
  deals: createDealsClient(client, config.temporal.taskQueue),
  now: () => new Date(),
  newId: randomUUID,
}
if (config.admin) await ensureAdmin(deps, config.admin)
const server = createApp(deps).listen(config.port, () => console.log(`listening on port ${config.port}`))
server.on('error', (error) => {
  console.error(`The API cannot listen on port ${config.port} (${error.message}). Set PORT to another one.`)
  process.exit(1)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
    void Promise.allSettled([connection.close(), db.$disconnect()]).then(() => process.exit(0))
  })
