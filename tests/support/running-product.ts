import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../../launch/ports.ts'
import { firstSignIn, type SignIn } from '../../launch/secrets.ts'
import { findTemporalCli } from '../../launch/temporal-cli.ts'

export type RunningProduct = {
  url: string
  /** The folder that holds its data. */
  data: string
  /** Who can sign in first. */
  admin: SignIn
  /** The worker process that runs now; undefined while there is none. */
  workerPid(): number | undefined
  /** All that it printed so far. */
  told(): string
  stop(): Promise<void>
}

/** The whole product as `npm start` runs it, on ports and in a data folder of its own, which goes with it; it ends with the test run. */
export async function runningProduct(settings: Record<string, string> = {}): Promise<RunningProduct> {
  const folder = settings.KEYNODE_DATA ?? mkdtempSync(join(tmpdir(), 'keynode-product-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'launch/start.ts'], {
    env: {
      ...process.env,
      KEYNODE_DATA: folder,
      KEYNODE_TEMPORAL_CLI: await findTemporalCli(resolve('.keynode/bin')),
      PORT: String(port),
      KEYNODE_PG_PORT: String(await freePort()),
      KEYNODE_TEMPORAL_PORT: String(await freePort()),
      // The test runner's own would make a test build of the screens.
      NODE_ENV: '',
      ...settings,
    },
    // The channel tells it when the test run is gone, whatever way: then it stops all that it started.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const gone = once(child, 'exit')
  let told = ''
  const isUp = new Promise<void>((up) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        told += chunk.toString()
        if (told.includes('Keynode is up')) up()
      })
  })
  const end = gone.then(() => {
    throw new Error(`the product ended before it was up:\n${told}`)
  })
  await Promise.race([isUp, end])
  end.catch(() => undefined)
  return {
    url: `http://localhost:${port}`,
    data: folder,
    admin: firstSignIn(join(folder, 'first-sign-in.json')),
    workerPid() {
      const file = join(folder, 'worker.pid')
      return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
    },
    told: () => told,
    async stop() {
      child.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
