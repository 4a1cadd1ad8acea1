import type { MissingFact } from '#engine'

/** The smallest sets of missing facts, told apart: what every way needs, and in what the ways differ. */
export type WaysOn = { always: MissingFact[]; ways: MissingFact[][] }

/**
 * Pure. With one set, all of it is always needed and there is nothing to choose. Ways that only need what nobody has
 * brought come before those that need a known fact to be otherwise; among them the shortest.
 */
export function waysOn(sets: MissingFact[][]): WaysOn {
  const [first = [], ...others] = sets
  const always = first.filter((missing) => others.every((set) => set.some((one) => isSame(one, missing))))
  const ways = sets.map((set) => set.filter((missing) => !always.some((one) => isSame(one, missing))))
  return { always, ways: ways.every((way) => way.length === 0) ? [] : ways.sort(byHardness) }
}

const isSame = (a: MissingFact, b: MissingFact): boolean => a.fact === b.fact && a.status === b.status

const against = (way: MissingFact[]): number => way.filter(({ status }) => status === 'against').length

const byHardness = (a: MissingFact[], b: MissingFact[]): number => against(a) - against(b) || a.length - b.length
