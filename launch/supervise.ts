import { type ChildProcess, spawn } from 'node:child_process'
import { stopProcess } from './processes.ts'

type Supervised = { stop(): Promise<void> }

/** Runs one of our processes, tells what it prints under its name, and starts it again when it dies. */
export function supervise(name: string, script: string, env: NodeJS.ProcessEnv): Supervised {
  let child: ChildProcess | undefined
  let stopping = false
  let pause = 500
  const start = () => {
    const started = Date.now()
    child = spawn(process.execPath, ['--import', 'tsx', script], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => process.stdout.write(chunk.toString().replace(/^(?=.)/gm, `[${name}] `)))
    child.once('exit', (code, signal) => {
      if (stopping) return
      pause = Date.now() - started > 30_000 ? 500 : Math.min(pause * 2, 15_000)
      console.error(`[${name}] ended (${signal ?? code}); starting it again in ${pause / 1000} s`)
      setTimeout(() => !stopping && start(), pause)
    })
  }
  start()
  return {
    async stop() {
      stopping = true
      if (child?.pid) await stopProcess(child.pid, 'SIGTERM')
    },
  }
}
