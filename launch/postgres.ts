import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { LaunchError } from './launch-error.ts'
import { requireFree } from './ports.ts'
import { isOpenToAll, type Programs, postgresPrograms } from './postgres-programs.ts'
import { type PostgresUser, postgresUser, shared } from './postgres-user.ts'
import { stopProcess, stopSurvivor } from './processes.ts'

export type Running = { stop(): Promise<void> }
export type RunningPostgres = Running & { url: string }

/**
 * A real PostgreSQL from the project's packages, in `folder`. A server that outlived a killed start is stopped first, by
 * the pid in its own file, so that two never share a folder.
 */
export async function startPostgres(folder: string, port: number): Promise<RunningPostgres> {
  const user = postgresUser()
  const programs = postgresPrograms(user !== undefined)
  mkdirSync(dirname(folder), { recursive: true })
  if (user) chmodSync(dirname(folder), 0o711)
  const data = user && !isOpenToAll(dirname(folder)) ? sharedFolderFor(folder) : folder
  await stopSurvivor(join(data, 'postmaster.pid'), 'postgres', 'SIGINT')
  await requireFree(port, 'KEYNODE_PG_PORT', 'PostgreSQL', '127.0.0.1')
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(programs, data, user)
  const stop = await serve(programs.postgres, data, port, user)
  return { url: `postgresql://keynode:keynode@127.0.0.1:${port}/keynode`, stop }
}

/** Root's own folders are closed to PostgreSQL's user: the data then stands where that user can come, under a name that stays. */
function sharedFolderFor(folder: string): string {
  const data = join(shared, createHash('sha256').update(folder).digest('hex').slice(0, 16))
  mkdirSync(shared, { recursive: true })
  console.log(`PostgreSQL runs as a user who cannot come to ${folder}; it keeps its data in ${data}.`)
  return data
}

/** Makes the database's folder under another name first, so that a start that is killed meanwhile leaves no half of one. */
function initialise({ initdb }: Programs, data: string, user: PostgresUser | undefined): void {
  const unfinished = `${data}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const password = `${data}.password`
  writeFileSync(password, 'keynode\n', { mode: 0o600 })
  if (user) for (const path of [unfinished, password]) chownSync(path, user.uid, user.gid)
  const args = ['--username=keynode', '--auth=password', `--pwfile=${password}`, '--encoding=UTF8', '--locale=C']
  const { status, stderr } = spawnSync(initdb, [`--pgdata=${unfinished}`, ...args], {
    ...user,
    cwd: dirname(unfinished),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  rmSync(password, { force: true })
  if (status !== 0) throw new LaunchError(`PostgreSQL could not make its folder ${data}:\n${stderr ?? ''}${instead}`)
  renameSync(unfinished, data)
}

const instead = '\nSet DATABASE_URL to a PostgreSQL that runs already, if it stays so.'

async function serve(
  program: string,
  data: string,
  port: number,
  user: PostgresUser | undefined,
): Promise<() => Promise<void>> {
  const logFile = `${data}.log`
  const log = openSync(logFile, 'w')
  const flags = ['-c', 'max_connections=100', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const server = spawn(program, ['-D', data, '-p', String(port), ...flags], {
    ...user,
    cwd: dirname(data),
    // A group of its own: Ctrl-C is for the launcher, which stops the API first.
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(log)
  server.on('error', () => undefined)
  const stop = async () => {
    if (server.pid && server.exitCode === null) await stopProcess(server.pid, 'SIGINT', 30_000)
  }
  try {
    await ensureDatabase(port, () => server.exitCode === null && server.pid !== undefined)
  } catch (cause) {
    await stop()
    const said = readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n')
    throw new LaunchError(
      `PostgreSQL did not start in ${data} (${cause instanceof Error ? cause.message : cause}):\n${said}${instead}`,
    )
  }
  return stop
}

/** Waits until the server answers, and makes the database that it is to hold. */
async function ensureDatabase(port: number, isAlive: () => boolean): Promise<void> {
  const connectionString = `postgresql://keynode:keynode@127.0.0.1:${port}/postgres`
  for (const end = Date.now() + 180_000; ; await setTimeout(50)) {
    const client = new pg.Client({ connectionString })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'keynode'")
      if (rowCount === 0) await client.query('CREATE DATABASE keynode')
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      if (!isAlive() || Date.now() > end) throw error
    }
  }
}
