import { transitionName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'
import { type Part, partsOf } from '../parts-of.ts'

/**
 * Two things of one kind with the same id, so that a rule or a deal could mean either. Elements and commitments share
 * theirs: actions name them by id alone.
 */
export const idDuplicate: Check<'id-duplicate'> = (model) => {
  const transitions = model.transitions.map(
    (transition): Part => ({
      place: { kind: 'transition', id: transition.id },
      name: transitionName(model, transition),
    }),
  )
  const first = new Map<string, Part>()
  return [...partsOf(model), ...transitions].flatMap((part) => {
    const { kind, id } = part.place
    const key = `${kind === 'commitment' ? 'element' : kind} ${id}`
    const other = first.get(key)
    if (other) return [{ place: part.place, values: { name: part.name, other: other.name, id } }]
    first.set(key, part)
    return []
  })
}
