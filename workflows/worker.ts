import { Client } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { createDb } from '../prisma/client.ts'
import { readConfig } from './config.ts'
import { createWorker } from './create-worker.ts'
import { announceMail } from './mail/announce-mail.ts'
import { startRounds } from './start-rounds.ts'

const { address, databaseUrl, ...settings } = readConfig(process.env)
Runtime.install({ logger: new DefaultLogger('WARN') })
const connection = await NativeConnection.connect({ address })
const db = createDb(databaseUrl)
const worker = await createWorker({ connection, db, ...settings })
await announceMail(db, settings.mail, new Date())
const client = new Client({ connection, namespace: settings.namespace })
await startRounds(client, 'assignWaiting', settings.taskQueue)
await startRounds(client, 'deliverNotices', settings.taskQueue)
console.log(`worker ready on task queue ${settings.taskQueue}`)
// The worker itself answers SIGINT and SIGTERM: it takes nothing new, ends what it holds, and `run` returns.
await worker.run()
await db.$disconnect()
await connection.close()
