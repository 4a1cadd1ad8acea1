import fc from 'fast-check'
import { expect, it } from 'vitest'
import { advance, compileModel, processModelSchema } from '#engine'
import { type DealEvent, type DealState, dealEventSchema } from '#engine/deal'
import { learntFacts, monotoneModel } from '../../tests/support/random-models.ts'

/** Days apart, so that due times pass on the way. */
const instant = (n: number) => new Date(Date.UTC(2026, 3, 1 + 3 * n)).toISOString()

const lists = (state: DealState | undefined) =>
  Object.entries({
    ...state?.tasks,
    ...state?.supportRequests,
    ...state?.objections,
  })

it('whatever a step changes in a deal’s lists bears the step’s number, by which the read model finds it', async () => {
  await fc.assert(
    fc.asyncProperty(monotoneModel, learntFacts, async (draft, learnt) => {
      const plan = compileModel(processModelSchema.parse(draft))
      const events: DealEvent[] = [
        { kind: 'opened', dealId: 'd', planHash: plan.hash, name: 'Deal', owner: 'rep' },
        ...learnt
          .filter(({ fact }) => plan.observable[fact])
          .map((one) => ({
            kind: 'interaction-recorded',
            interaction: { kind: 'visit', at: instant(0) },
            observations: [one],
          })),
        { kind: 'woken' },
        { kind: 'closed', outcome: 'lost', reason: 'The budget went elsewhere' },
      ].map((event, n) => dealEventSchema.parse({ id: `e${n}`, by: 'rep', ...event }))
      let before: DealState | undefined
      for (const [n, event] of events.entries()) {
        const { state } = await advance(plan, before, event, instant(n))
        const known = new Map(lists(before).map(([id, item]) => [id, JSON.stringify(item)]))
        for (const [id, item] of lists(state))
          if (known.get(id) !== JSON.stringify(item)) expect([id, item.seq]).toEqual([id, state.seq])
        before = state
      }
    }),
    { numRuns: 300 },
  )
})
