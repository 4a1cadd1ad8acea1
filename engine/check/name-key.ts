import type { Part } from './parts-of.ts'

/**
 * The same for two things that people could not tell apart where they choose between them. All that is observed is chosen
 * from one list; actions and support are told apart within their stage or objection type, and notes by where they stand.
 */
export const nameKey = (part: Part): string => JSON.stringify([listOf(part), spoken(part.name)])

function listOf({ place, owner }: Part): string {
  switch (place.kind) {
    case 'attribute':
    case 'element':
    case 'commitment':
      return 'observed'
    case 'action':
    case 'support':
      return `${place.kind} ${owner}`
    case 'note':
      return `note ${place.id}`
    default:
      return place.kind
  }
}

/** Names that differ in case, width or spaces only sound the same. */
const spoken = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
