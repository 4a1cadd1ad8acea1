import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type WorkerProcess = {
  /** Kept once the process is gone, for whatever reason. */
  ended: Promise<unknown>
  kill(): Promise<void>
  /** It stands still, as on a machine that has too much to do, until it is thawed. */
  freeze(): void
  thaw(): void
  /** Its time of day is so many milliseconds off the machine's from now on. */
  setClock(ms: number): void
}

/** A worker in a process of its own, as it runs in production; ready to work when the promise is kept. */
export async function aWorkerProcess(environment: Record<string, string>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/worker-with-clock.ts'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = once(child, 'exit')
  await untilReady(child)
  return {
    ended,
    /** SIGKILL: the process gets no chance to end anything. */
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    setClock(ms) {
      if (child.connected) child.send(ms)
    },
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  const lines: string[] = []
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        lines.push(chunk.toString())
        if (chunk.includes('worker ready')) resolve()
      })
    child.once('exit', () => reject(new Error(`the worker ended before it was ready:\n${lines.join('')}`)))
  })
}
