import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { createDb } from '../prisma/client.ts'
import { readConfig } from './config.ts'
import { createWorker } from './create-worker.ts'

const config = readConfig(process.env)
Runtime.install({ logger: new DefaultLogger('WARN') })
const connection = await NativeConnection.connect({ address: config.address })
const db = createDb(config.databaseUrl)
const worker = await createWorker({ connection, db, namespace: config.namespace, taskQueue: config.taskQueue })
console.log(`worker ready on task queue ${config.taskQueue}`)
// The worker itself answers SIGINT and SIGTERM: it takes nothing new, ends what it holds, and `run` returns.
await worker.run()
await db.$disconnect()
await connection.close()
