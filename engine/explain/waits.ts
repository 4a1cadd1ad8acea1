/**
 * How long something takes, as equally likely times in milliseconds, shortest first. Two of them together are worked out
 * exactly, pair by pair, as long as that makes no more than `most` times; beyond, the times are thinned out evenly, which
 * moves a quantile by less than one part in `most`.
 */
export type Waits = readonly number[]

const most = 2000

export const waitsOf = (times: Iterable<number>): Waits => thinned([...times].sort((a, b) => a - b))

/** One after the other. */
export const oneAfterAnother = (one: Waits, other: Waits): Waits => eachWithEach(one, other, (a, b) => a + b)

/** At the same time, until the last is through. */
export const sideBySide = (one: Waits, other: Waits): Waits => eachWithEach(one, other, Math.max)

/**
 * What is left of a wait that has gone on for so long, with so many more of the same length to follow it: of the times that
 * are longer. None is longer: it ends at any moment.
 */
export function leftAfter(waits: Waits, elapsed: number, following = 0): Waits {
  const longer = waits.filter((wait) => wait > elapsed).map((wait) => wait - elapsed + following * wait)
  return longer.length > 0 ? longer : waits.map((wait) => following * wait)
}

/** Ends at this time at the earliest. */
export const notBefore = (waits: Waits, time: number): Waits => waits.map((wait) => Math.max(wait, time))

/** The time within which it ends in this share of the cases, from 0 to 1. */
export function quantile(waits: Waits, share: number): number {
  return waits[Math.min(Math.floor(share * waits.length), waits.length - 1)] ?? 0
}

const eachWithEach = (one: Waits, other: Waits, join: (a: number, b: number) => number): Waits =>
  waitsOf(one.flatMap((a) => other.map((b) => join(a, b))))

/** The middle of each of `most` even parts. */
function thinned(sorted: number[]): Waits {
  if (sorted.length <= most) return sorted
  return Array.from({ length: most }, (_, n) => sorted[Math.floor(((n + 0.5) * sorted.length) / most)] ?? 0)
}
