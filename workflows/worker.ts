import { Client } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { createDb } from '../prisma/client.ts'
import { readConfig } from './config.ts'
import { createWorker } from './create-worker.ts'
import { startAssigning } from './start-assigning.ts'

const { address, databaseUrl, ...settings } = readConfig(process.env)
Runtime.install({ logger: new DefaultLogger('WARN') })
const connection = await NativeConnection.connect({ address })
const db = createDb(databaseUrl)
const worker = await createWorker({ connection, db, ...settings })
await startAssigning(new Client({ connection, namespace: settings.namespace }), settings.taskQueue)
console.log(`worker ready on task queue ${settings.taskQueue}`)
// The worker itself answers SIGINT and SIGTERM: it takes nothing new, ends what it holds, and `run` returns.
await worker.run()
await db.$disconnect()
await connection.close()
