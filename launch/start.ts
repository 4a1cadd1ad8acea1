import { mkdirSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { migrate } from '../prisma/migrate.ts'
import { buildDesigner } from './build-designer.ts'
import { buildWorkflows } from './build-workflows.ts'
import { type Config, readConfig } from './config.ts'
import { generateClient } from './generate-client.ts'
import { LaunchError, runMain } from './launch-error.ts'
import { takeLock } from './lock.ts'
import { isReachable, requireFree } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { stopSurvivor } from './processes.ts'
import { tellRunning } from './running.ts'
import { firstSignIn, type SignIn, sessionSecret } from './secrets.ts'
import { supervise } from './supervise.ts'
import { findTemporalCli } from './temporal-cli.ts'
import { startTemporalServer } from './temporal-server.ts'
import { untilAsked } from './until-asked.ts'

type Stoppable = { stop(): Promise<void> }

/** How long a start that is asked to stop may take to come to the end of its step, in milliseconds. */
const patience = 15_000

/** Starts the whole product on this machine and stops all of it on Ctrl-C. */
await runMain(async () => {
  const config = readConfig(process.env)
  const asked = untilAsked()
  prepareFolder(config)
  console.log('Starting Keynode …')
  const running: Stoppable[] = []
  const abort = new AbortController()
  const started = start(config, running, abort)
  try {
    await Promise.race([started, asked])
    await asked
    console.log('\nStopping …')
  } finally {
    abort.abort()
    await Promise.race([started.catch(() => undefined), setTimeout(patience, undefined, { ref: false })])
    rmSync(config.running, { force: true })
    for (const part of running.reverse()) await part.stop()
    rmSync(config.lock, { force: true })
  }
  return 0
})

function prepareFolder(config: Config): void {
  try {
    mkdirSync(config.folder, { recursive: true })
    takeLock(config.lock)
  } catch (error) {
    if (error instanceof LaunchError) throw error
    throw new LaunchError(
      `The data folder ${config.folder} cannot be written (${error instanceof Error ? error.message : error}). Make it yours, or set KEYNODE_DATA to another one.`,
    )
  }
}

async function start(config: Config, running: Stoppable[], abort: AbortController): Promise<void> {
  const { signal } = abort
  await stopSurvivor(config.apiPid, 'api/main.ts')
  await stopSurvivor(config.workerPid, 'workflows/worker.ts')
  await requireFree(config.port, 'PORT', 'the product')
  const [temporalAddress, databaseUrl, workflows] = await all(
    [
      config.temporalAddress ? given(config.temporalAddress) : startTemporal(config, running, signal),
      config.databaseUrl ? prepareDatabase(config.databaseUrl) : startDatabase(config, running),
      buildWorkflows(),
      generateClient(),
      buildDesigner(signal),
    ],
    abort,
  )
  signal.throwIfAborted()
  const admin = firstSignIn(config.firstSignIn)
  const env = {
    ...process.env,
    PORT: String(config.port),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    KEYNODE_WORKFLOWS: workflows,
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET ?? sessionSecret(config.secret),
    KEYNODE_ADMIN_EMAIL: admin.email,
    KEYNODE_ADMIN_PASSWORD: admin.password,
  }
  const worker = supervise('worker', 'workflows/worker.ts', env, {
    pidFile: config.workerPid,
    readyAt: 'worker ready',
  })
  const api = supervise('api', 'api/main.ts', env, { pidFile: config.apiPid, readyAt: 'listening on port' })
  running.push(worker, api)
  await inTime(Promise.all([worker.ready, api.ready]), signal)
  tellRunning(config.running, { databaseUrl, temporalAddress, port: config.port })
  console.log(await greeting(`http://localhost:${config.port}`, admin))
}

/** As Promise.all, but the first failure ends the others and is told when all have ended, so that all can be stopped. */
async function all<const Parts extends Promise<unknown>[]>(parts: Parts, abort: AbortController) {
  const together = Promise.all(parts)
  together.catch(() => abort.abort())
  await Promise.allSettled(parts)
  return together
}

async function given(address: string): Promise<string> {
  if (await isReachable(address)) return address
  throw new LaunchError(`No Temporal server answers at ${address}. Start it, or correct TEMPORAL_ADDRESS.`)
}

async function startTemporal(config: Config, running: Stoppable[], signal: AbortSignal): Promise<string> {
  const temporal = await startTemporalServer({
    cli: await findTemporalCli(config.temporalFolder, signal),
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
  return prepareDatabase(postgres.url)
}

async function prepareDatabase(url: string): Promise<string> {
  const applied = await migrate(url, 'prisma/migrations').catch((error: unknown) => {
    const { message, code } = error as Error & { code?: string }
    const advice = code === undefined ? '' : '\nCheck that PostgreSQL runs at DATABASE_URL, and that it may be used so.'
    throw new LaunchError(`The database could not be prepared: ${message || code}${advice}`)
  })
  if (applied.length > 0) console.log(`Prepared the database (${applied.join(', ')})`)
  return url
}

async function inTime(up: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const late = setTimeout(180_000, true, { ref: false, signal }).catch(() => signal.throwIfAborted())
  if ((await Promise.race([up, late])) === true)
    throw new LaunchError('The API or the worker did not come up within three minutes; their messages above say why.')
}

/** Where to go, and who can sign in first, as long as that password has not been changed. */
async function greeting(url: string, admin: SignIn): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(admin),
  }).catch(() => undefined)
  const signIn = answer?.ok ? `\nFirst sign-in: ${admin.email}  ${admin.password}` : ''
  return `\nKeynode is up: ${url}${signIn}\nCtrl-C stops it.`
}
