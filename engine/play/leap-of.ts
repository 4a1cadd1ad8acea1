import { type Duration, durationMs, mostInDuration } from '../model/duration.ts'

/**
 * The shortest duration of one unit that is at least as long as some milliseconds: exact where these are whole days, hours or
 * minutes, else somewhat longer. At least a minute, so that time goes by.
 */
export function leapOf(ms: number): Duration {
  const wanted = Math.max(ms, durationMs({ unit: 'minutes', amount: 1 }))
  const units = (['days', 'hours', 'minutes'] as const).map((unit) => {
    const amount = Math.min(Math.ceil(wanted / durationMs({ unit, amount: 1 })), mostInDuration)
    return { unit, amount }
  })
  const longEnough = units.filter((one) => durationMs(one) >= wanted)
  return longEnough.toSorted((a, b) => durationMs(a) - durationMs(b))[0] ?? { unit: 'days', amount: mostInDuration }
}
