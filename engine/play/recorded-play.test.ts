import { expect, it } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { compileModel } from '../compile/compile.ts'
import { type DealEventInput, dealEventSchema } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { processModelSchema } from '../model/process-model.ts'
import { advance } from '../run/advance.ts'
import { play } from './play.ts'
import { type Happened, recordedPlay } from './recorded-play.ts'

const model = processModelSchema.parse({
  ...smallPurchase,
  attributes: [...(smallPurchase.attributes ?? []), { id: 'remark', name: 'Remark', value: { kind: 'text' } }],
})
const plan = compileModel(model)
const start = '2026-03-02T09:00:00.000Z'
const later = '2026-03-04T15:30:00.000Z'
const opened: DealEventInput = {
  kind: 'opened',
  id: 'open',
  by: 'rep',
  dealId: 'd',
  planHash: plan.hash,
  name: 'Deal',
  owner: 'rep',
}

/** A deal as it really went, by its events. */
async function went(
  ...events: [at: string, event: DealEventInput][]
): Promise<{ happened: Happened[]; state: DealState }> {
  let state: DealState | undefined
  const happened: Happened[] = []
  for (const [at, input] of events) {
    const event = dealEventSchema.parse(input)
    happened.push({ event, at, before: state })
    state = (await advance(plan, state, event, at)).state
  }
  return { happened, state: state as DealState }
}

const visit = (
  id: string,
  observations: { fact: string; value: string | number | boolean }[],
  at: string,
): DealEventInput => ({
  kind: 'interaction-recorded',
  id,
  by: 'rep',
  interaction: { kind: 'visit', at, participants: [] },
  observations: observations.map((one, n) => ({ ...one, id: `${id}.${n}`, grade: 'written', at })),
})

it('a deal’s own events, played, bring a deal to where it stands', async () => {
  const { happened, state } = await went(
    [start, opened],
    [start, visit('first', [{ fact: 'element.inquiry', value: true }], start)],
    [later, visit('second', [{ fact: 'element.budget', value: 9000 }], later)],
    [later, { kind: 'objection-raised', id: 'o', by: 'rep', type: 'price', statement: 'Too dear', stage: 'approval' }],
  )
  const recorded = recordedPlay(plan, happened)
  const snapshots = await play(plan, recorded?.steps ?? [], recorded?.start ?? '')
  const last = snapshots.at(-1)
  expect(last?.now.slice(0, 10)).toBe(later.slice(0, 10))
  const statuses = ({ stages }: DealState) => Object.entries(stages).map(([id, { status }]) => [id, status])
  expect(last && statuses(last.state)).toEqual(statuses(state))
  expect(Object.values(last?.state.objections ?? {})).toMatchObject([{ type: 'price', stage: 'approval' }])
})

it('nobody’s words go into a play', async () => {
  const { happened } = await went(
    [start, opened],
    [start, visit('v', [{ fact: 'attribute.remark', value: 'Confidential' }], start)],
  )
  expect(JSON.stringify(recordedPlay(plan, happened))).not.toContain('Confidential')
})

it('what has no place in a play is counted', async () => {
  const person: DealEventInput = {
    kind: 'person-named',
    id: 'p',
    by: 'rep',
    role: 'handler',
    name: 'A. Buyer',
    stance: 'supports',
    influence: 'high',
  }
  const { happened } = await went([start, opened], [start, person])
  expect(recordedPlay(plan, happened)).toEqual({ start, steps: [], left: 1 })
})
