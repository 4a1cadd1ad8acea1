import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { migrate } from '../prisma/migrate.ts'
import { buildDesigner } from './build-designer.ts'
import { type Config, readConfig } from './config.ts'
import { generateClient } from './generate-client.ts'
import { LaunchError, runMain } from './launch-error.ts'
import { requireFree } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { isRunning } from './processes.ts'
import { tellRunning } from './running.ts'
import { firstSignIn, sessionSecret } from './secrets.ts'
import { supervise } from './supervise.ts'
import { findTemporalCli } from './temporal-cli.ts'
import { startTemporalServer } from './temporal-server.ts'

type Stoppable = { stop(): Promise<void> }

/** Starts the whole product on this machine and stops all of it on Ctrl-C. */
await runMain(async () => {
  const config = readConfig(process.env)
  mkdirSync(config.folder, { recursive: true })
  takeLock(config.lock)
  const running: Stoppable[] = []
  try {
    await start(config, running)
    await untilAsked()
    console.log('\nStopping …')
  } finally {
    rmSync(config.running, { force: true })
    for (const part of running.reverse()) await part.stop()
    rmSync(config.lock, { force: true })
  }
  return 0
})

async function start(config: Config, running: Stoppable[]): Promise<void> {
  await requireFree(config.port, 'PORT', 'the product')
  const temporalAddress = config.temporalAddress ?? (await startTemporal(config, running))
  const databaseUrl = config.databaseUrl ?? (await startDatabase(config, running))
  const applied = await migrate(databaseUrl, 'prisma/migrations').catch((error: unknown) => {
    throw new LaunchError(`The database could not be prepared: ${error instanceof Error ? error.message : error}`)
  })
  if (applied.length > 0) console.log(`Prepared the database (${applied.join(', ')})`)
  await generateClient()
  await buildDesigner()
  const admin = firstSignIn(config.firstSignIn)
  const env = {
    ...process.env,
    PORT: String(config.port),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET ?? sessionSecret(config.secret),
    KEYNODE_ADMIN_EMAIL: admin.email,
    KEYNODE_ADMIN_PASSWORD: admin.password,
  }
  running.push(supervise('worker', 'workflows/worker.ts', env), supervise('api', 'api/main.ts', env))
  await untilHealthy(config.port)
  tellRunning(config.running, { databaseUrl, temporalAddress, port: config.port })
  console.log(
    `\nKeynode is up: http://localhost:${config.port}\nFirst sign-in: ${admin.email}  ${admin.password}\nCtrl-C stops it.`,
  )
}

async function startTemporal(config: Config, running: Stoppable[]): Promise<string> {
  const cli = await findTemporalCli(config.temporalFolder)
  const temporal = await startTemporalServer({
    cli,
    port: config.temporalPort,
    database: config.temporalDatabase,
    pidFile: config.temporalPid,
  })
  running.push(temporal)
  return temporal.address
}

async function startDatabase(config: Config, running: Stoppable[]): Promise<string> {
  const postgres = await startPostgres(config.postgresFolder, config.postgresPort)
  running.push(postgres)
  return postgres.url
}

function takeLock(file: string): void {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (pid > 0 && pid !== process.pid && isRunning(pid, 'start.ts'))
    throw new LaunchError(
      `Keynode runs here already (process ${pid}). Stop it first, or set KEYNODE_DATA, PORT, KEYNODE_PG_PORT and KEYNODE_TEMPORAL_PORT to run a second one.`,
    )
  writeFileSync(file, String(process.pid))
}

function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    process.on('SIGINT', () => undefined)
  })
}

async function untilHealthy(port: number): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 150))) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new LaunchError('The API did not come up within a minute; its messages above say why.')
}
