import { dealEventSchema } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { namesOf } from '../people/names.ts'
import type { LastInteraction } from './contract.ts'

/** The interactions with customers that were recorded last on these deals, at most so many, newest first. */
export async function lastInteractions({ db }: Deps, deals: string[], most: number): Promise<LastInteraction[]> {
  const stored = await db.dealEvent.findMany({
    where: { dealId: { in: deals }, kind: 'interaction-recorded' },
    orderBy: [{ at: 'desc' }, { dealId: 'asc' }, { seq: 'desc' }],
    take: most,
    select: { dealId: true, seq: true, event: true, byId: true, deal: { select: { name: true } } },
  })
  const names = await namesOf(
    db,
    stored.map(({ byId }) => byId),
  )
  return stored.flatMap(({ dealId, seq, event: told, byId, deal }) => {
    const event = dealEventSchema.parse(told)
    if (event.kind !== 'interaction-recorded') return []
    const { kind, at, note, participants } = event.interaction
    return [
      {
        deal: { id: dealId, name: deal.name },
        seq,
        kind,
        at,
        by: { id: byId, name: names[byId] ?? byId },
        note,
        participants,
        facts: event.observations.length,
      },
    ]
  })
}
