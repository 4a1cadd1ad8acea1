import { commandOf, isThere, parentOf } from './processes.ts'

/**
 * Keeps its promise when somebody asks this process to stop: with Ctrl-C, by a signal, by closing the terminal, or by
 * ending what started it, whatever way: npm, who reads what it prints, or who holds the other end of its channel. Asked
 * twice, it stays one orderly stop.
 */
export function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    process.once('disconnect', () => resolve())
    // A channel that is there to be closed keeps no process alive.
    process.channel?.unref()
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => resolve())
    const npm = startingNpm()
    // A killed npm sends no signal; that it is gone is all there is to see.
    if (npm !== undefined) setInterval(() => !isThere(npm) && resolve(), 500).unref()
  })
}

/** The npm that runs this process, which is its parent or, with a shell between them, the parent of that. */
function startingNpm(): number | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const above = [process.ppid, parentOf(process.ppid)]
  return above.find((pid) => pid > 1 && /\bnpm\b/.test(commandOf(pid)))
}
