import { catalogueOf, type ProcessModel, type WhyNotYet } from '#engine'
import type { Missing } from './contract.ts'

/**
 * The smallest set of what a deal still lacks to pass a stage, what the customer gives before all else, each by name with
 * whoever can bring it; and how many other sets would do.
 */
export function missingThere(
  model: ProcessModel,
  why: WhyNotYet | undefined,
): { missing: Missing[]; otherWays: number } {
  const [smallest = [], ...otherWays] = why?.sets ?? []
  const labels = labelsOf(model)
  const named = [...model.chain.roles, ...model.departments]
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? id
  const missing = smallest.map(
    ({ fact, source }): Missing => ({
      ...asNamed(fact, labels.get(fact) ?? fact),
      from: [...source.roles, ...source.departments].map(nameOf),
    }),
  )
  return { missing: missing.toSorted((a, b) => ranks[a.kind] - ranks[b.kind]), otherWays: otherWays.length }
}

const read = new WeakMap<ProcessModel, Map<string, string>>()

/** What facts are called, kept beside the model that the cache holds: it never changes. */
function labelsOf(model: ProcessModel): Map<string, string> {
  const labels = read.get(model) ?? new Map(catalogueOf(model).map(({ name, label }) => [name, label]))
  read.set(model, labels)
  return labels
}

const ranks: Record<Missing['kind'], number> = { element: 0, commitment: 0, support: 1, other: 2 }

function asNamed(fact: string, name: string): Omit<Missing, 'from'> {
  const [origin = '', id = ''] = fact.split('.')
  if (origin === 'element' || origin === 'commitment' || origin === 'support') return { kind: origin, id, name }
  return { kind: 'other', id: fact, name }
}
