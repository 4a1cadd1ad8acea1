import { expect, it } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { compileModel } from '../compile/compile.ts'
import { processModelSchema } from '../model/process-model.ts'
import { type PlayStep, playStepSchema } from '../model/scenario.ts'
import { play } from './play.ts'

const start = '2026-03-02T09:00:00.000Z'
const plan = compileModel(processModelSchema.parse(smallPurchase))
const learn = (fact: string, value: string | number | boolean): PlayStep =>
  playStepSchema.parse({ kind: 'learn', facts: [{ fact, value }] })
const wait = (amount: number): PlayStep => ({ kind: 'wait', for: { unit: 'days', amount } })

async function playing(...steps: PlayStep[]) {
  const snapshots = await play(plan, steps, start)
  return snapshots.map(({ now, state, effects, refused }) => ({
    now,
    open: Object.entries(state.stages).flatMap(([id, { status }]) => (status === 'open' ? [id] : [])),
    effects: effects.map(({ kind }) => kind),
    state,
    refused,
  }))
}

it('begins with the deal as it is opened', async () => {
  const [begun] = await playing()
  expect(begun).toMatchObject({ now: start, open: ['need'] })
})

it('one meeting that brings two stages’ elements opens the third', async () => {
  const facts = [
    { fact: 'element.inquiry', value: true },
    { fact: 'element.budget', value: 9000 },
  ]
  const played = await playing(playStepSchema.parse({ kind: 'learn', facts }))
  expect(played.at(-1)?.open).toEqual(['approval'])
})

it('what is withdrawn opens its stage again', async () => {
  const played = await playing(learn('element.inquiry', true), { kind: 'withdraw', fact: 'element.inquiry' })
  expect(played.map(({ open }) => open)).toEqual([['need'], ['funding'], ['need']])
})

it('moving the clock past a due time escalates the task', async () => {
  const played = await playing(wait(4), wait(2))
  expect(played[1]?.effects).not.toContain('escalate')
  expect(played[2]?.effects).toContain('escalate')
  expect(played[2]?.now).toBe('2026-03-08T09:00:00.000Z')
})

it('an objection that blocks holds its stage until it is settled', async () => {
  const played = await playing({ kind: 'object', type: 'price' }, learn('element.inquiry', true), {
    kind: 'settle',
    type: 'price',
  })
  expect(played.map(({ open }) => open)).toEqual([['need'], ['need'], ['need'], ['funding']])
})

it('the answer of a department moves the deal', async () => {
  const legal: PlayStep = { kind: 'answer', trigger: 'legal-review', verdict: 'approved', facts: [] }
  const steps = [
    learn('attribute.amount', 90_000),
    learn('element.inquiry', true),
    learn('element.budget', 90_000),
    learn('commitment.approve', true),
    legal,
  ]
  const played = await playing(...steps)
  expect(played.at(-2)?.open).toEqual(['approval'])
  expect(played.at(-1)?.open).toEqual(['signed'])
})

it('a step without a place is refused, says why, and changes nothing', async () => {
  const [begun, refused] = await playing({ kind: 'answer', trigger: 'legal-review', verdict: 'approved', facts: [] })
  expect(refused?.refused).toContain('legal-review')
  expect(refused?.state).toEqual(begun?.state)
})
