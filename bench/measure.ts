export type Sample = { perSecond: number; p50: number; p95: number }

/** Makes `count` calls, `inFlight` of them at a time. The rate is in calls a second, the percentiles are milliseconds. */
export async function measure(count: number, inFlight: number, call: (n: number) => Promise<unknown>): Promise<Sample> {
  const took: number[] = []
  let next = 0
  const begun = performance.now()
  const lane = async () => {
    while (next < count) {
      const started = performance.now()
      await call(next++)
      took.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  const seconds = (performance.now() - begun) / 1000
  took.sort((a, b) => a - b)
  return { perSecond: count / seconds, p50: quantile(took, 0.5), p95: quantile(took, 0.95) }
}

/** Each figure by itself: the median of what the rounds gave. */
export const medianOf = (samples: Sample[]): Sample => ({
  perSecond: median(samples.map(({ perSecond }) => perSecond)),
  p50: median(samples.map(({ p50 }) => p50)),
  p95: median(samples.map(({ p95 }) => p95)),
})

export const median = (figures: number[]): number =>
  quantile(
    [...figures].sort((a, b) => a - b),
    0.5,
  )

export const quantile = (sorted: number[], at: number): number =>
  sorted[Math.floor((sorted.length - 1) * at)] ?? Number.NaN
