import { existsSync, readFileSync } from 'node:fs'

/** Whether a process lives and, where the system tells (Linux), its command contains `name`: pids are used again. */
export function isRunning(pid: number, name: string): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync('/proc') || (existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(name))
}

/** Stops a process with a signal, and with SIGKILL where it is still there after ten seconds. */
export async function stopProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  const isThere = () => {
    try {
      process.kill(pid, 0)
      return true
    } catch {
      return false
    }
  }
  if (!isThere()) return
  process.kill(pid, signal)
  for (const end = Date.now() + 10_000; Date.now() < end && isThere(); )
    await new Promise((resolve) => setTimeout(resolve, 50))
  if (isThere()) process.kill(pid, 'SIGKILL')
}
