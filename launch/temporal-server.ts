import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { LaunchError } from './launch-error.ts'
import { freePort, requireFree, untilListening } from './ports.ts'
import type { Running } from './postgres.ts'
import { keepPid, stopProcess, stopSurvivor } from './processes.ts'

type Settings = { cli: string; port: number; database: string; pidFile: string }
export type RunningTemporal = Running & { address: string }

/** A Temporal server on this machine that keeps its history in a file. One that outlived a killed start is stopped first. */
export async function startTemporalServer({ cli, port, database, pidFile }: Settings): Promise<RunningTemporal> {
  await stopSurvivor(pidFile, 'start-dev', 'SIGINT')
  await requireFree(port, 'KEYNODE_TEMPORAL_PORT', 'the Temporal server', '127.0.0.1')
  const metrics = String(await freePort())
  const flags = ['--ip', '127.0.0.1', '--port', String(port), '--metrics-port', metrics, '--db-filename', database]
  const logFile = database.replace(/(\.db)?$/, '.log')
  const log = openSync(logFile, 'w')
  const server = spawn(cli, ['server', 'start-dev', '--headless', '--log-level', 'error', ...flags], {
    // A group of its own: Ctrl-C is for the launcher, which stops the worker first.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  keepPid(pidFile, server.pid)
  const stop = async () => {
    if (server.pid && server.exitCode === null && server.signalCode === null) await stopProcess(server.pid, 'SIGINT')
    rmSync(pidFile, { force: true })
  }
  const failed = new Promise<false>((resolve) =>
    server.once('exit', () => resolve(false)).once('error', () => resolve(false)),
  )
  if (await Promise.race([failed, untilListening(port, 180_000)])) return { address: `127.0.0.1:${port}`, stop }
  await stop()
  throw new LaunchError(
    `The Temporal server (${cli}) did not start on port ${port}:\n${readFileSync(logFile, 'utf8').slice(-1500)}\nSet TEMPORAL_ADDRESS to a server that runs already, if it stays so.`,
  )
}
