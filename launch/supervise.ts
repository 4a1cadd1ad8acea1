import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { keepPid, stopProcess } from './processes.ts'

type Supervised = { ready: Promise<void>; stop(): Promise<void> }
type Settings = {
  /** Where its pid is kept, so that a start after a killed one finds it. */
  pidFile?: string
  /** What it prints when it can be used. */
  readyAt?: string
}

/** Runs one of our processes, tells what it prints under its name, and starts it again when it dies. */
export function supervise(
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  { pidFile, readyAt }: Settings = {},
): Supervised {
  let child: ChildProcess | undefined
  let stopping = false
  let pause = 500
  let isReady = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const tell = (chunk: Buffer) => {
    const said = chunk.toString()
    if (readyAt && said.includes(readyAt)) isReady()
    process.stdout.write(said.replace(/^(?=.)/gm, `[${name}] `))
  }
  const start = () => {
    const started = Date.now()
    child = spawn(process.execPath, ['--import', 'tsx', script], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C is for the launcher, which stops everything in order.
      detached: true,
    })
    if (pidFile) keepPid(pidFile, child.pid)
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', tell)
    child.once('exit', (code, signal) => {
      if (stopping) return
      pause = Date.now() - started > 30_000 ? 500 : Math.min(pause * 2, 15_000)
      console.error(`[${name}] ended (${signal ?? code}); starting it again in ${pause / 1000} s`)
      setTimeout(() => !stopping && start(), pause)
    })
  }
  start()
  return {
    ready,
    async stop() {
      stopping = true
      if (child?.pid && child.exitCode === null && child.signalCode === null) await stopProcess(child.pid, 'SIGTERM')
      if (pidFile) rmSync(pidFile, { force: true })
    },
  }
}
