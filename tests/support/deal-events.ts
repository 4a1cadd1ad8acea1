import { type DealEvent, dealEventSchema } from '#engine/deal'

/** A visit by the rep that brings the given facts. */
export const aVisit = (id: string, values: Record<string, string | number | boolean> = {}): DealEvent =>
  dealEventSchema.parse({
    kind: 'interaction-recorded',
    id,
    by: 'rep',
    interaction: { kind: 'visit', at: '2026-03-02T09:00:00.000Z' },
    observations: Object.entries(values).map(([fact, value], n) => ({ id: `${id}.${n}`, fact, value })),
  })

export const aClosing = (id: string, outcome: 'won' | 'lost' = 'lost'): DealEvent =>
  dealEventSchema.parse({ kind: 'closed', id, by: 'rep', outcome, reason: 'The budget went elsewhere' })
