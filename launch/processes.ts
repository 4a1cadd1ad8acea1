import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** Whether a process lives and its command line contains `name`: pids are used again. */
export function isRunning(pid: number, name: string): boolean {
  return isThere(pid) && commandOf(pid).includes(name)
}

/** Stops a process with a signal, and with SIGKILL where it is still there after `patience` milliseconds. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, patience = 10_000): Promise<void> {
  if (!send(pid, signal)) return
  for (const end = Date.now() + patience; Date.now() < end && isThere(pid); ) await setTimeout(30)
  send(pid, 'SIGKILL')
  for (const end = Date.now() + 2000; Date.now() < end && isThere(pid); ) await setTimeout(30)
}

/** Keeps a process's id for the next start, which finds it by that where this one is killed. */
export function keepPid(file: string, pid: number | undefined): void {
  if (pid !== undefined) writeFileSync(file, String(pid))
}

/** Stops what outlived a killed start, by the pid that it left in a file. */
export async function stopSurvivor(file: string, name: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  if (pid > 0 && isRunning(pid, name)) await stopProcess(pid, signal, 30_000)
  rmSync(file, { force: true })
}

export const isThere = (pid: number): boolean => send(pid, 0)

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal)
    return !isZombie(pid)
  } catch {
    return false
  }
}

/** A process that ended, whose parent has not asked how: where process 1 does not (in containers), it stays listed. */
function isZombie(pid: number): boolean {
  const status = `/proc/${pid}/stat`
  return existsSync(status) && /^\d+ \(.*\) Z /s.test(readFileSync(status, 'utf8'))
}

/** A process's command line; empty where it cannot be known. */
export function commandOf(pid: number): string {
  if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  if (process.platform === 'win32') return spawnSync('wmic', wmic(pid), { encoding: 'utf8' }).stdout ?? ''
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

/** The parent of a process; 0 where it cannot be known. */
export function parentOf(pid: number): number {
  if (process.platform === 'win32') return 0
  const status = `/proc/${pid}/status`
  const told = existsSync(status)
    ? /^PPid:\s*(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
    : spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return Number(told ?? 0)
}

const wmic = (pid: number): string[] => ['process', 'where', `processid=${pid}`, 'get', 'commandline']
