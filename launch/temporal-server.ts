import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { LaunchError } from './launch-error.ts'
import { freePort, requireFree, untilListening } from './ports.ts'
import type { Running } from './postgres.ts'
import { isRunning, stopProcess } from './processes.ts'

type Settings = { cli: string; port: number; database: string; pidFile: string }
export type RunningTemporal = Running & { address: string }

/** A Temporal server on this machine that keeps its history in a file. One that outlived a killed start is stopped first. */
export async function startTemporalServer({ cli, port, database, pidFile }: Settings): Promise<RunningTemporal> {
  await stopSurvivor(pidFile)
  await requireFree(port, 'KEYNODE_TEMPORAL_PORT', 'the Temporal server')
  const metrics = String(await freePort())
  const flags = [
    '--headless',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--metrics-port',
    metrics,
    '--db-filename',
    database,
    '--log-level',
    'error',
  ]
  const server = spawn(cli, ['server', 'start-dev', ...flags], { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const lines: string[] = []
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  const failed = new Promise<false>((resolve) =>
    server.once('exit', () => resolve(false)).once('error', () => resolve(false)),
  )
  if (!(await Promise.race([failed, untilListening(port, 60_000)])))
    throw new LaunchError(`The Temporal server did not start on port ${port}:\n${lines.join('').slice(-1500)}`)
  writeFileSync(pidFile, String(server.pid))
  return {
    address: `127.0.0.1:${port}`,
    async stop() {
      if (server.pid) await stopProcess(server.pid, 'SIGINT')
      rmSync(pidFile, { force: true })
    },
  }
}

async function stopSurvivor(pidFile: string): Promise<void> {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0
  if (pid > 0 && isRunning(pid, 'start-dev')) await stopProcess(pid, 'SIGINT')
}
