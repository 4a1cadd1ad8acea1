import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type WorkerProcess = { kill(): Promise<void> }

/** A worker in a process of its own, as it runs in production; ready to work when the promise is kept. */
export async function aWorkerProcess(environment: Record<string, string>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'workflows/worker.ts'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await untilReady(child)
  return {
    /** SIGKILL: the process gets no chance to end anything. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
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
