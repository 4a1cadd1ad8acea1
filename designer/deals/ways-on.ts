import type { MissingFact } from '#engine'

/** The smallest sets of missing facts, told apart: what every way needs, and in what the ways differ. */
export type WaysOn = { always: MissingFact[]; ways: MissingFact[][] }

/** Pure. With one set, all of it is always needed and there is nothing to choose. The shortest way comes first. */
export function waysOn(sets: MissingFact[][]): WaysOn {
  const [first = [], ...others] = sets
  const always = first.filter((missing) => others.every((set) => set.some((one) => isSame(one, missing))))
  const ways = sets.map((set) => set.filter((missing) => !always.some((one) => isSame(one, missing))))
  return { always, ways: ways.every((way) => way.length === 0) ? [] : ways.sort((a, b) => a.length - b.length) }
}

const isSame = (a: MissingFact, b: MissingFact): boolean => a.fact === b.fact && a.status === b.status
