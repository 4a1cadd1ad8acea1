import { type DealEvent, DomainError } from '#engine/deal'

/** Temporal carries no payload above 2 MB, and a run hands its whole state to the next in one. */
const fullAt = 1_500_000

/** How many bytes a value takes as JSON. */
export const bytesOf = (value: unknown): number =>
  value === undefined ? 0 : new TextEncoder().encode(JSON.stringify(value)).length

/** Refuses what would make a deal of so many bytes too large to be carried on. It can still be woken and closed. */
export function refuseFull(bytes: number, event: DealEvent): DomainError | undefined {
  if (event.kind === 'closed' || event.kind === 'woken' || bytes + bytesOf(event) < fullAt) return undefined
  return new DomainError(
    'DEAL_FULL',
    'This deal holds as much as one deal can (about 1.5 MB of notes and facts). Shorten the note, or close it and go on in a new deal.',
    { bytes },
  )
}
