import { describe, expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import type { Plan } from '../compile/plan.ts'
import { type DealEventInput, dealEventSchema } from '../deal/deal-event.ts'
import type { DealState, Objection } from '../deal/deal-state.ts'
import { refuse } from '../deal/refuse.ts'
import { outcomeOf, outcomes, strategies } from '../model/objection-type.ts'
import { advance } from './advance.ts'

const now = '2026-03-02T09:00:00.000Z'
const raising = {
  kind: 'objection-raised',
  id: 'ob',
  type: 'price',
  statement: 'Twice the budget',
  stage: 'need',
} as const

/** All that two people can do to one objection, sensible or not. */
const attempts = ['rep', 'manager'].flatMap((by): DealEventInput[] => {
  const on = { id: 'attempt', by, objection: 'ob' }
  return [
    ...strategies.map((strategy) => ({
      kind: 'objection-planned' as const,
      ...on,
      strategy,
      steps: ['Show the savings'],
    })),
    { kind: 'objection-implemented', ...on },
    { kind: 'objection-fed-back', ...on, feedback: 'Convinced' },
    { kind: 'objection-supervised', ...on },
    ...outcomes.map((outcome) => ({ kind: 'objection-closed' as const, ...on, outcome })),
    { kind: 'objection-reopened', ...on, reason: 'It came up again' },
  ]
})

type Path = { taken: DealEventInput[]; state: DealState }

/** Every life that an objection can lead, each state reached by a shortest path, until no attempt leads anywhere new. */
async function everyLife(plan: Plan, start: DealState): Promise<{ paths: Path[]; refused: number }> {
  const shapeOf = ({ seq: _, raisedAt: __, ...life }: Objection) => JSON.stringify(life, Object.keys(life).sort())
  const seen = new Set<string>()
  const paths: Path[] = [{ taken: [], state: start }]
  let refused = 0
  for (const { taken, state } of paths)
    for (const attempt of attempts) {
      const event = dealEventSchema.parse({ ...attempt, id: `e${taken.length}` })
      const isRefused = refuse(state, event) !== undefined
      const step = await advance(plan, state, event, now).catch(() => undefined)
      expect(step === undefined).toBe(isRefused)
      if (!step) {
        refused += 1
        continue
      }
      const shape = shapeOf(step.state.objections.ob as Objection)
      if (seen.has(shape)) continue
      seen.add(shape)
      paths.push({ taken: [...taken, attempt], state: step.state })
    }
  return { paths, refused }
}

describe('in every life that two people can give an objection', () => {
  it('it is closed only after the customer’s feedback on what was implemented, supervised by somebody else, as planned', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.happens(raising)
    const { paths, refused } = await everyLife(deal.plan, deal.state)
    const closed = paths.filter(({ state }) => state.objections.ob?.status === 'closed')
    for (const { taken } of closed) {
      const since = taken.slice(taken.findLastIndex(({ kind }) => kind === 'objection-planned'))
      const [planned, implemented, fedBack, supervised, closing, ...more] = since
      expect([planned, implemented, fedBack, supervised, closing].map((one) => one?.kind)).toEqual([
        'objection-planned',
        'objection-implemented',
        'objection-fed-back',
        'objection-supervised',
        'objection-closed',
      ])
      expect(more).toEqual([])
      expect(supervised?.by).not.toBe(implemented?.by)
      if (planned?.kind === 'objection-planned' && closing?.kind === 'objection-closed')
        expect(closing.outcome).toBe(outcomeOf[planned.strategy])
    }
    // Five strategies, either of two people implementing; each for the first time and again after it was reopened.
    expect(closed).toHaveLength(5 * 2 * 2)
    expect(refused).toBeGreaterThan(paths.length * 20)
  })

  it('an open one holds its stage and a closed one, crossed or not, lets it pass', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.happens(raising)
    await deal.learns({ 'attribute.amount': 9000, 'element.inquiry': true })
    const { paths } = await everyLife(deal.plan, deal.state)
    for (const { taken, state } of paths) {
      const wasClosed = taken.some(({ kind }) => kind === 'objection-closed')
      expect(state.stages.need?.status).toBe(wasClosed ? 'completed' : 'open')
    }
  })
})

const close = async (deal: DealUnderTest, strategy: 'answer' | 'cross') => {
  await deal.happens({ kind: 'objection-planned', objection: 'ob', strategy, steps: ['Show the savings'] })
  await deal.happens({ kind: 'objection-implemented', objection: 'ob' })
  await deal.happens({ kind: 'objection-fed-back', objection: 'ob', feedback: 'Let us go on' })
  await deal.happens({ kind: 'objection-supervised', objection: 'ob', by: 'manager' })
  await deal.happens({ kind: 'objection-closed', objection: 'ob', outcome: outcomeOf[strategy] })
}

it('a crossed objection lets the stage pass and stays flagged as crossed', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(raising)
  await deal.learns({ 'attribute.amount': 9000, 'element.inquiry': true })
  await close(deal, 'cross')
  expect(deal.statuses()).toMatchObject({ need: 'completed' })
  expect(deal.state.objections.ob).toMatchObject({ status: 'closed', outcome: 'crossed' })
})

it('an objection that comes up again begins anew, with the reason, and has to be implemented, fed back and supervised anew', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(raising)
  await close(deal, 'answer')
  await deal.happens({ kind: 'objection-reopened', objection: 'ob', reason: 'Their controller disagrees' })
  const { ob } = deal.state.objections
  expect(ob).toMatchObject({ status: 'raised', strategy: 'answer', reopened: 'Their controller disagrees' })
  expect(Object.keys(ob ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/implementedBy|feedback|supervisedBy|outcome|closedAt/)]),
  )
})

it('an objection that stands too long escalates, and again when a new plan is late too', async () => {
  const due = structuredClone(smallPurchase)
  for (const type of due.objectionTypes ?? []) type.due = { unit: 'days', amount: 3 }
  const deal = await aDeal(due)
  await deal.happens(raising, now)
  expect((await deal.happens({ kind: 'woken' }, '2026-03-05T09:00:00.000Z')).effects).toContainEqual({
    kind: 'escalate',
    what: 'objection',
    id: 'ob',
  })
  const planned = {
    kind: 'objection-planned' as const,
    objection: 'ob',
    strategy: 'answer' as const,
    steps: ['Cut it'],
  }
  await deal.happens({ ...planned, due: '2026-03-09T09:00:00.000Z' }, '2026-03-06T09:00:00.000Z')
  expect((await deal.happens({ kind: 'woken' }, '2026-03-09T09:00:00.000Z')).effects).toContainEqual({
    kind: 'escalate',
    what: 'objection',
    id: 'ob',
  })
})

it('a supervisor who is not convinced sends it back to the plan', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(raising)
  await deal.happens({ kind: 'objection-planned', objection: 'ob', strategy: 'answer', steps: ['Show the savings'] })
  await deal.happens({ kind: 'objection-implemented', objection: 'ob' })
  await deal.happens({ kind: 'objection-fed-back', objection: 'ob', feedback: 'Not convinced' })
  await deal.happens({ kind: 'objection-supervised', objection: 'ob', by: 'manager' })
  await expect(deal.happens({ kind: 'objection-closed', objection: 'ob', outcome: 'crossed' })).rejects.toMatchObject({
    code: 'OBJECTION_OUTCOME_NOT_PLANNED',
  })
  await deal.happens({ kind: 'objection-planned', objection: 'ob', strategy: 'cross', steps: ['Agree to disagree'] })
  expect(deal.state.objections.ob).toMatchObject({ status: 'planned', strategy: 'cross' })
})
