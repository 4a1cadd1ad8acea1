import { type DealEvent, DomainError } from '#engine/deal'

/** Temporal carries no payload above 2 MB, and a run hands its whole state to the next in one. */
const fullAt = 1_500_000
/** In JSON: the NUL character, or half of a surrogate pair, not preceded by a backslash of the text's own. */
const brokenCharacter = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/

/** How many bytes a value takes as JSON. */
export const bytesOf = (value: unknown): number =>
  value === undefined ? 0 : new TextEncoder().encode(JSON.stringify(value)).length

/**
 * Refuses what a deal of so many bytes cannot keep: characters that PostgreSQL's JSON does not know, and whatever would make
 * it too large to be carried on. A full deal can still be woken and closed.
 */
export function refuseUnstorable(bytes: number, event: DealEvent): DomainError | undefined {
  if (brokenCharacter.test(JSON.stringify(event)))
    return new DomainError(
      'REQUEST_INVALID',
      'The text holds a broken character (a NUL, or half of an emoji) that cannot be stored. Type it again.',
    )
  if (event.kind === 'closed' || event.kind === 'woken' || bytes + bytesOf(event) < fullAt) return undefined
  return new DomainError(
    'DEAL_FULL',
    'This deal holds as much as one deal can (about 1.5 MB of notes and facts). Shorten the text, or close it and go on in a new deal.',
    { bytes },
  )
}
