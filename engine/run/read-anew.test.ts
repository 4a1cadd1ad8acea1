import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPlan, DealUnderTest } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { learntFacts, monotoneModel } from '../../tests/support/random-models.ts'
import { compileModel } from '../compile/compile.ts'
import type { Plan } from '../compile/plan.ts'
import { type DealEventInput, dealEventSchema } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { freeForm } from '../library/free-form.ts'
import { objectionKinds } from '../model/objection-type.ts'
import { advance } from './advance.ts'

const now = '2026-04-01T00:00:00.000Z'
type Moved = Omit<DealEventInput & { kind: 'model-moved' }, 'kind' | 'id' | 'by' | 'planHash' | 'version'>

const putUnder = (plan: Plan, state: DealState, reading: Moved = {}) =>
  advance(
    plan,
    state,
    dealEventSchema.parse({ kind: 'model-moved', id: 'put', by: 'rep', planHash: plan.hash, version: 1, ...reading }),
    now,
  )

async function aFreeDeal() {
  const deal = new DealUnderTest(compileModel(freeForm('Segment')))
  const planHash = deal.plan.hash
  await deal.happens({ kind: 'opened', dealId: 'deal-1', planHash, name: 'Press line', owner: 'rep' })
  return deal
}

const support = {
  kind: 'support-requested',
  name: 'Check it',
  of: { kind: 'department', department: 'legal' },
} as const

describe('a deal without a model', () => {
  it('takes tasks, and objections of a general kind with their whole life', async () => {
    const deal = await aFreeDeal()
    await deal.happens({ kind: 'task-added', id: 'call', name: 'Call the handler', due: now })
    await deal.happens({ kind: 'task-completed', task: 'call' })
    await deal.happens({ kind: 'objection-raised', id: 'dear', type: 'price', statement: 'Too dear' })
    await deal.happens({ kind: 'objection-planned', objection: 'dear', strategy: 'answer', steps: ['Show the cost'] })
    await deal.happens({ kind: 'objection-implemented', objection: 'dear' })
    await deal.happens({ kind: 'objection-fed-back', objection: 'dear', feedback: 'It will do' })
    await deal.happens({ kind: 'objection-supervised', objection: 'dear', by: 'manager' })
    await deal.happens({ kind: 'objection-closed', objection: 'dear', outcome: 'answered' })
    expect(deal.state.tasks).toMatchObject({ call: { status: 'done', assignee: 'rep', dueAt: now } })
    expect(deal.state.objections).toMatchObject({ dear: { status: 'closed', outcome: 'answered' } })
    expect(deal.state.deviations).toEqual({})
  })

  it('escalates a task and an objection that are overdue', async () => {
    const deal = await aFreeDeal()
    await deal.happens({ kind: 'task-added', id: 'call', name: 'Call', due: '2026-03-03T09:00:00.000Z' })
    const { effects } = await deal.happens({ kind: 'woken' }, '2026-03-04T09:00:00.000Z')
    expect(effects).toContainEqual({ kind: 'escalate', what: 'task', id: 'call' })
  })

  it('refuses a task of a deal that has a model, and an objection of a kind that nobody knows', async () => {
    const deal = await aFreeDeal()
    const objection = { kind: 'objection-raised', type: 'weather', statement: 'It rains' } as const
    await expect(deal.happens(objection)).rejects.toMatchObject({ code: 'OBJECTION_TYPE_UNKNOWN' })
    const modelled = new DealUnderTest(aPlan(smallPurchase))
    const { hash } = modelled.plan
    await modelled.happens({ kind: 'opened', dealId: 'deal-2', planHash: hash, name: 'Other', owner: 'rep' })
    await expect(modelled.happens({ kind: 'task-added', name: 'Call' })).rejects.toMatchObject({
      code: 'DEAL_HAS_MODEL',
    })
  })
})

describe('a deal that is put under a model', () => {
  it('has its task as that of the action once its stage opens, and does not owe the action twice', async () => {
    const plan = aPlan(smallPurchase)
    const deal = await aFreeDeal()
    await deal.happens({ kind: 'task-added', id: 'finance', name: 'Dinner with finance', assignee: 'manager' })
    const { state } = await putUnder(plan, deal.state, { tasks: { finance: 'meet-finance' } })
    expect(state.tasks.finance).toMatchObject({ status: 'open', standsFor: 'meet-finance' })
    const inquiry = dealEventSchema.parse({
      kind: 'interaction-recorded',
      id: 'visit',
      by: 'rep',
      interaction: { kind: 'visit', at: now },
      observations: [{ id: 'o', fact: 'element.inquiry', value: true }],
    })
    const { state: later } = await advance(plan, state, inquiry, now)
    const { standsFor, ...task } = later.tasks.finance ?? {}
    expect(standsFor).toBeUndefined()
    expect(task).toMatchObject({
      name: 'Dinner with finance',
      assignee: 'manager',
      action: 'meet-finance',
      stage: 'funding',
    })
    const owed = Object.values(later.tasks).filter(
      ({ action, status }) => action === 'meet-finance' && status === 'open',
    )
    expect(owed).toHaveLength(1)
  })

  it('no longer owes a task whose effect is there', async () => {
    const deal = await aFreeDeal()
    await deal.happens({ kind: 'task-added', id: 'finance', name: 'Dinner with finance' })
    const { state } = await putUnder(aPlan(smallPurchase), deal.state, {
      tasks: { finance: 'meet-finance' },
      observations: [{ id: 'o', fact: 'element.budget', value: 90_000 }],
    })
    expect(state.tasks.finance?.status).toBe('effect-obtained')
  })

  it('has its objection as one of the model’s type, which holds back the stage that it stands at', async () => {
    const deal = await aFreeDeal()
    await deal.happens({ kind: 'objection-raised', id: 'dear', type: 'price', statement: 'Too dear' })
    await deal.happens({ kind: 'objection-planned', objection: 'dear', strategy: 'cross', steps: ['Go on'] })
    const { state } = await putUnder(aPlan(smallPurchase), deal.state, {
      objections: { dear: { type: 'price', stage: 'need' } },
      observations: [{ id: 'o', fact: 'element.inquiry', value: true }],
    })
    expect(state.objections.dear).toMatchObject({ status: 'planned', strategy: 'cross', stage: 'need', blocks: true })
    expect(state.stages.need?.status).toBe('open')
  })

  it('refuses what the model or the deal does not have', async () => {
    const deal = await aFreeDeal()
    await deal.happens({ kind: 'task-added', id: 'call', name: 'Call' })
    await deal.happens({ kind: 'task-added', id: 'done', name: 'Done' })
    await deal.happens({ kind: 'task-completed', task: 'done' })
    await deal.happens({ kind: 'objection-raised', id: 'dear', type: 'price', statement: 'Too dear' })
    const refused: [Moved, string][] = [
      [{ tasks: { call: 'unheard-of' } }, 'ACTION_UNKNOWN'],
      [{ tasks: { none: 'meet-finance' } }, 'TASK_NOT_FOUND'],
      [{ tasks: { done: 'meet-finance' } }, 'TASK_CLOSED'],
      [{ objections: { dear: { type: 'unheard-of' } } }, 'OBJECTION_TYPE_UNKNOWN'],
      [{ objections: { dear: { type: 'price', stage: 'unheard-of' } } }, 'STAGE_UNKNOWN'],
      [{ objections: { none: { type: 'price' } } }, 'OBJECTION_NOT_FOUND'],
    ]
    for (const [reading, code] of refused)
      await expect(putUnder(aPlan(smallPurchase), deal.state, reading)).rejects.toMatchObject({ code })
  })

  it('loses nothing that is open, whatever it is said to be, on any model', async () => {
    const anyHappening = fc.record({ what: fc.nat(2), which: fc.nat(20), reads: fc.boolean(), stage: fc.nat(9) })
    await fc.assert(
      fc.asyncProperty(
        monotoneModel,
        learntFacts,
        fc.array(anyHappening, { maxLength: 8 }),
        async (draft, learnt, happenings) => {
          const plan = aPlan({ ...draft, objectionTypes: [{ id: 'dear', name: 'Too dear', blocks: true }] })
          const deal = await aFreeDeal()
          const actions = plan.stages.flatMap((stage) => stage.actions)
          const tasks: Record<string, string> = {}
          const objections: Record<string, { type: string; stage?: string }> = {}
          for (const [n, { what, which, reads, stage }] of happenings.entries()) {
            const id = `h${n}`
            const kind = objectionKinds[which % objectionKinds.length] ?? 'other'
            if (what === 0) await deal.happens({ kind: 'task-added', id, name: `Task ${n}` })
            if (what === 1) await deal.happens({ kind: 'objection-raised', id, type: kind, statement: `No ${n}` })
            if (what === 2) await deal.happens({ ...support, id })
            const action = actions[which % Math.max(actions.length, 1)]
            if (what === 0 && reads && action) tasks[id] = action.id
            const at = plan.stages[stage % plan.stages.length]?.id
            if (what === 1 && reads) objections[id] = { type: 'dear', ...(at && { stage: at }) }
          }
          const observations = learnt.filter(({ fact }) => fact in plan.observable)
          const { state } = await putUnder(plan, deal.state, { tasks, objections, observations })
          for (const [id, before] of Object.entries(deal.state.tasks)) {
            const after = state.tasks[id]
            expect(after).toMatchObject({ name: before.name, assignee: before.assignee, openedAt: before.openedAt })
            // What it is for is there, or it is still owed.
            if (after?.status !== 'open') expect([id in tasks, after?.status]).toEqual([true, 'effect-obtained'])
          }
          const open = (items: Record<string, { status: string }>) =>
            Object.keys(items).filter((id) => items[id]?.status !== 'closed' && items[id]?.status !== 'cancelled')
          expect(open(state.objections)).toEqual(open(deal.state.objections))
          expect(open(state.supportRequests)).toEqual(expect.arrayContaining(open(deal.state.supportRequests)))
        },
      ),
    )
  })
})
