import type { Check } from '../finding.ts'
import { type Part, partsOf } from '../parts-of.ts'

/**
 * Two things that people could not tell apart where they choose between them. All that is observed is chosen from one
 * list; actions and support are told apart within their stage or objection type.
 */
export const nameDuplicate: Check<'name-duplicate'> = (model) => {
  const taken = new Set<string>()
  return partsOf(model).flatMap((part) => {
    const key = JSON.stringify([listOf(part), spoken(part.name)])
    if (!taken.has(key)) {
      taken.add(key)
      return []
    }
    return [{ place: part.place, values: { name: part.name } }]
  })
}

function listOf({ place, owner }: Part): string {
  switch (place.kind) {
    case 'attribute':
    case 'element':
    case 'commitment':
      return 'observed'
    case 'action':
    case 'support':
      return `${place.kind} ${owner}`
    default:
      return place.kind
  }
}

/** Names that differ in case, width or spaces only sound the same. */
const spoken = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
