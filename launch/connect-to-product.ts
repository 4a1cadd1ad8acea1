import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { createDb, type Db } from '../prisma/client.ts'
import { readConfig } from '../workflows/config.ts'
import { LaunchError } from './launch-error.ts'
import { findRunning } from './running.ts'

export type ConnectedProduct = { db: Db; client: Client; taskQueue: string; close(): Promise<void> }

/**
 * Connects to the product that runs from this data folder, or to the one whose addresses the environment gives. Throws a
 * `LaunchError` that says what to do where none answers.
 */
export async function connectToProduct(
  data: string,
  env: Record<string, string | undefined>,
): Promise<ConnectedProduct> {
  const running = findRunning(join(data, 'running.json'))
  const databaseUrl = env.DATABASE_URL ?? running?.databaseUrl
  const temporalAddress = env.TEMPORAL_ADDRESS ?? running?.temporalAddress
  if (!databaseUrl || !temporalAddress)
    throw new LaunchError(
      'Keynode is not running here. Run `npm start` in another terminal and leave it there, then run this again.\n' +
        'To import into one elsewhere, set DATABASE_URL and TEMPORAL_ADDRESS.',
    )
  const config = readConfig({ ...env, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress })
  const db = createDb(databaseUrl)
  try {
    await db.importBatch.count()
    const connection = await Connection.connect({ address: config.address, connectTimeout: '5 seconds' })
    return {
      db,
      client: new Client({ connection, namespace: config.namespace }),
      taskQueue: config.taskQueue,
      async close() {
        await Promise.allSettled([connection.close(), db.$disconnect()])
      },
    }
  } catch (error) {
    await db.$disconnect()
    throw new LaunchError(
      isOutdated(error)
        ? 'The Keynode that runs is older than this command. Stop it and run `npm start` again, then import.'
        : `Keynode does not answer (${withoutPassword(error)}). Run \`npm start\` in another terminal, then run this again.`,
    )
  }
}

/** Prisma's P2021: the table is not there, since the database has not been migrated. */
const isOutdated = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'P2021'

const withoutPassword = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/\/\/[^@/]*@/, '//') ?? ''
