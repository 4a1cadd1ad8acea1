import type { DealState, Observation } from '#engine/deal'

/** What was observed of one fact, the standing observation first. */
export type KnownFact = { fact: string; observations: { id: string; observation: Observation }[] }

/** Facts that were ever observed, in the order of `facts`; those that were wholly withdrawn come last. */
export function knownFactsOf(observations: DealState['observations'], facts: string[]): KnownFact[] {
  const byFact = new Map<string, Entry[]>()
  for (const [id, observation] of Object.entries(observations))
    byFact.set(observation.fact, [...(byFact.get(observation.fact) ?? []), { id, observation }])
  const place = (fact: string) => (facts.includes(fact) ? facts.indexOf(fact) : facts.length)
  return [...byFact]
    .map(([fact, all]) => ({ fact, observations: all.sort(standingFirst) }))
    .sort((a, b) => Number(isGone(a)) - Number(isGone(b)) || place(a.fact) - place(b.fact))
}

export const isGone = ({ observations }: KnownFact): boolean =>
  observations.every(({ observation }) => observation.withdrawnAt !== undefined)

type Entry = KnownFact['observations'][number]

/** The same order by which the engine decides what stands: the latest by its own time, then by id. */
function standingFirst(a: Entry, b: Entry): number {
  const gone = Number(a.observation.withdrawnAt !== undefined) - Number(b.observation.withdrawnAt !== undefined)
  return gone || b.observation.at.localeCompare(a.observation.at) || b.id.localeCompare(a.id)
}
