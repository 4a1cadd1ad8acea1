/**
 * Keeps its promise when somebody asks this process to stop: with Ctrl-C, by a signal, by closing the terminal, or by
 * ending the npm that started it, whatever way. Asked twice, it stays one orderly stop.
 */
export function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    const starter = process.ppid
    // A killed npm sends no signal; that its child has another parent is all there is to see.
    setInterval(() => {
      if (process.env.npm_lifecycle_event && process.ppid !== starter) resolve()
    }, 500).unref()
  })
}
