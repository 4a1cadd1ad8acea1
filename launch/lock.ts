import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { LaunchError } from './launch-error.ts'
import { isRunning } from './processes.ts'

/** Takes a data folder for this start. Throws a `LaunchError` where another start has it; a killed one's claim is void. */
export function takeLock(file: string): void {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (pid > 0 && pid !== process.pid && isRunning(pid, 'start')) throw heldBy(pid)
  rmSync(file, { force: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch {
    throw heldBy(Number(readFileSync(file, 'utf8')))
  }
}

const heldBy = (pid: number): LaunchError =>
  new LaunchError(
    `Keynode runs here already (process ${pid}). Stop it first, or set KEYNODE_DATA, PORT, KEYNODE_PG_PORT and KEYNODE_TEMPORAL_PORT to run a second one.`,
  )
