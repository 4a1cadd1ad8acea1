import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../../launch/ports.ts'
import { isRunning } from '../../launch/processes.ts'
import { findTemporalCli } from '../../launch/temporal-cli.ts'

/** A place where the product can be started: a data folder and ports of its own. */
export type Premises = { folder: string; env: Record<string, string>; url: string; leave(): void }

/** One `npm start`, with all that it printed. */
export type Start = {
  told(): string
  /** Whether it came up; false where it ended before. */
  isUp(): Promise<boolean>
  kill(signal: NodeJS.Signals): Promise<number | null>
  ended: Promise<number | null>
}

export async function newPremises(): Promise<Premises> {
  const folder = mkdtempSync(join(tmpdir(), 'keynode-start-'))
  const port = await freePort()
  return {
    folder,
    url: `http://localhost:${port}`,
    env: {
      KEYNODE_DATA: folder,
      KEYNODE_TEMPORAL_CLI: await findTemporalCli(resolve('.keynode/bin')),
      PORT: String(port),
      KEYNODE_PG_PORT: String(await freePort()),
      KEYNODE_TEMPORAL_PORT: String(await freePort()),
      // The test runner's own would make a test build of the screens.
      NODE_ENV: '',
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export function start(env: Record<string, string>): Start {
  const child = spawn(process.execPath, ['launch/bootstrap.mjs', 'start'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  const up = new Promise<true>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        told += chunk.toString()
        if (told.includes('Keynode is up')) resolve(true)
      })
  })
  const ended = endOf(child)
  return {
    told: () => told,
    ended,
    isUp: () => Promise.race([up, ended.then(() => false)]),
    async kill(signal) {
      child.kill(signal)
      return ended
    },
  }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'close')
  return code
}

/** The process whose pid a start left in its data folder, as far as it lives. */
export function processOf({ folder }: Premises, name: 'api' | 'worker' | 'temporal' | 'postgres'): number | undefined {
  const file = join(folder, name === 'postgres' ? 'postgres/postmaster.pid' : `${name}.pid`)
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  return pid > 0 && isRunning(pid, '') ? pid : undefined
}

/** Waits until something holds; the test's own time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(20)
}
