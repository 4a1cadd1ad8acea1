import { describe, expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'

const small = { 'attribute.amount': 9000 }

describe('one meeting', () => {
  it('that brings inquiry, budget and the approver’s promise carries the deal through three stages', async () => {
    const deal = await aDeal(smallPurchase)
    const { effects } = await deal.learns({
      ...small,
      'element.inquiry': true,
      'element.budget': 50000,
      'commitment.approve': true,
    })
    expect(deal.statuses()).toEqual({ need: 'completed', funding: 'completed', approval: 'completed', signed: 'open' })
    expect(effects.filter(({ kind }) => kind === 'complete-stage')).toHaveLength(3)
    expect(deal.state.effort).toBe(1)
  })

  it('brings a fact of a later stage, which counts when the deal gets there', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.learns({ ...small, 'element.budget': 50000 })
    expect(deal.statuses()).toMatchObject({ need: 'open', funding: 'waiting' })
    await deal.learns({ 'element.inquiry': true })
    expect(deal.statuses()).toMatchObject({ funding: 'completed', approval: 'open' })
  })
})

it('five visits that bring the inquiry only complete one stage, at an effort of five', async () => {
  const deal = await aDeal(smallPurchase)
  for (const _ of Array.from({ length: 4 })) await deal.learns({})
  await deal.learns({ 'element.inquiry': true })
  expect(deal.statuses()).toEqual({ need: 'completed', funding: 'open', approval: 'waiting', signed: 'waiting' })
  expect(deal.state.effort).toBe(5)
})

it('a withdrawn budget reopens the stage that rested on it and sends back what was reached through it', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ ...small, 'element.inquiry': true, 'element.budget': 50000, 'commitment.approve': true })
  const [budget] = Object.entries(deal.state.observations).find(([, { fact }]) => fact === 'element.budget') ?? []
  await deal.happens({ kind: 'observation-withdrawn', observation: budget ?? '', reason: 'frozen by the board' })
  expect(deal.statuses()).toEqual({ need: 'completed', funding: 'open', approval: 'waiting', signed: 'waiting' })
  expect(deal.openTasks()).toEqual(['Meet the head of finance'])
})

describe('an action', () => {
  it('is owed while its stage is open and closed by its effect', async () => {
    const deal = await aDeal(smallPurchase)
    expect(deal.openTasks()).toEqual(['Visit the handler'])
    await deal.learns({ 'element.inquiry': true })
    expect(Object.values(deal.state.tasks).map(({ status }) => status)).toEqual(['effect-obtained', 'open'])
  })

  it('wakes the deal when it falls due and escalates once', async () => {
    const deal = await aDeal(smallPurchase)
    expect(deal.state.wakeAt).toBe('2026-03-06T09:00:00.000Z')
    const { effects } = await deal.happens({ kind: 'woken' }, '2026-03-06T09:00:00.000Z')
    expect(effects).toEqual([{ kind: 'escalate', what: 'task', id: 'visit-handler.1' }])
    expect((await deal.happens({ kind: 'woken' }, '2026-03-07T09:00:00.000Z')).effects).toEqual([])
  })

  it('is completed by nobody but the one who owes it', async () => {
    const deal = await aDeal(smallPurchase)
    await expect(
      deal.happens({ kind: 'task-completed', task: 'visit-handler.1', by: 'someone' }),
    ).rejects.toMatchObject({ code: 'TASK_NOT_YOURS' })
  })
})

describe('a gate', () => {
  const approved = { 'element.inquiry': true, 'element.budget': 50000, 'commitment.approve': true }

  it('stays shut while the amount that decides on it is unknown', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.learns(approved)
    expect(deal.statuses()).toMatchObject({ approval: 'open' })
    expect(deal.state.supportRequests).toEqual({})
  })

  it('calls the department above its amount and opens with the approval', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.learns({ ...approved, 'attribute.amount': 40000 })
    const [request] = Object.keys(deal.state.supportRequests)
    expect(deal.state.supportRequests[request ?? '']).toMatchObject({
      department: 'legal',
      status: 'open',
      dueAt: '2026-03-02T17:00:00.000Z',
    })
    await deal.happens({ kind: 'support-answered', request: request ?? '', verdict: 'approved' })
    expect(deal.statuses()).toMatchObject({ approval: 'completed', signed: 'open' })
  })

  it('that was refused is asked for again once something changed, and opens with the new approval', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.learns({ ...approved, 'attribute.amount': 40000 })
    const [first = ''] = Object.keys(deal.state.supportRequests)
    await deal.happens({ kind: 'support-answered', request: first, verdict: 'refused', note: 'Liability is unlimited' })
    expect(deal.statuses()).toMatchObject({ approval: 'open' })
    await deal.happens({ kind: 'support-asked-again', request: first, reason: 'Liability is capped now' })
    const [second = ''] = Object.keys(deal.state.supportRequests).filter((id) => id !== first)
    expect(deal.state.supportRequests[second]).toMatchObject({ status: 'open', department: 'legal' })
    await expect(
      deal.happens({ kind: 'support-asked-again', request: first, reason: 'Once more' }),
    ).rejects.toMatchObject({ code: 'SUPPORT_REQUEST_UNANSWERED' })
    await deal.happens({ kind: 'support-answered', request: second, verdict: 'approved' })
    expect(deal.statuses()).toMatchObject({ approval: 'completed' })
  })
})

describe('an objection', () => {
  it('that blocks holds the stage until it is closed through all its steps, supervised by somebody else', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.happens({
      kind: 'objection-raised',
      id: 'ob',
      type: 'price',
      statement: 'Twice the budget',
      stage: 'need',
    })
    await deal.learns({ ...small, 'element.inquiry': true })
    expect(deal.statuses()).toMatchObject({ need: 'open' })
    await deal.happens({ kind: 'objection-planned', objection: 'ob', strategy: 'answer', steps: ['Show the savings'] })
    await deal.happens({ kind: 'objection-implemented', objection: 'ob' })
    await expect(
      deal.happens({ kind: 'objection-closed', objection: 'ob', outcome: 'answered' }),
    ).rejects.toMatchObject({ code: 'OBJECTION_STEP_OUT_OF_ORDER' })
    await deal.happens({ kind: 'objection-fed-back', objection: 'ob', feedback: 'Convinced' })
    await expect(deal.happens({ kind: 'objection-supervised', objection: 'ob' })).rejects.toMatchObject({
      code: 'OBJECTION_SUPERVISOR_IS_IMPLEMENTER',
    })
    await deal.happens({ kind: 'objection-supervised', objection: 'ob', by: 'manager' })
    await deal.happens({ kind: 'objection-closed', objection: 'ob', outcome: 'answered' })
    expect(deal.statuses()).toMatchObject({ need: 'completed', funding: 'open' })
  })
})

it('a top leader’s promise covers the layers beneath', async () => {
  const covered = structuredClone(smallPurchase)
  const need = covered.stages?.[0]
  if (need) need.commitments = [{ id: 'recommend', name: 'Recommends us', role: 'handler' }]
  const deal = await aDeal(covered)
  await deal.learns({ 'element.inquiry': true, 'commitment.approve': true })
  expect(deal.statuses()).toMatchObject({ need: 'open' })
  await deal.happens({ kind: 'style-chosen', style: 'top-leader', reason: 'The general manager leads it' })
  expect(deal.statuses()).toMatchObject({ need: 'completed' })
})

it('an observation on a closed deal is refused and changes nothing', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens({ kind: 'closed', outcome: 'lost', reason: 'No budget this year' })
  await expect(deal.learns({ 'element.inquiry': true })).rejects.toMatchObject({ code: 'DEAL_CLOSED' })
})

it('a skipped stage lets the deal go on and keeps the reason', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens({
    kind: 'deviated',
    deviation: { kind: 'skip-stage', stage: 'need' },
    reason: 'They wrote the tender already',
  })
  expect(deal.statuses()).toMatchObject({ need: 'skipped', funding: 'open' })
  expect(Object.values(deal.state.deviations)).toMatchObject([
    { target: 'need', reason: 'They wrote the tender already' },
  ])
})
