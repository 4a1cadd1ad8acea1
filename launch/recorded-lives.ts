import type { ProcessModelDraft } from '#engine'
import { type DealEventInput, dealEventSchema } from '#engine/deal'
import type { DealsClient } from '../workflows/deals-client.ts'
import { hastyPurchase, recordedPurchase } from './recorded-purchase.ts'

/** What happens in a deal: an event, one that it refuses with a code, several at once, or time that passes until it wakes up. */
type Happening =
  | DealEventInput
  | { refused: string; event: DealEventInput }
  | { atOnce: DealEventInput[] }
  | 'due time passes'

/** A deal from after its opening, which is step 1, to wherever it is left. */
export type Life = { name: string; model: ProcessModelDraft; stepsPerRun?: number; happenings: Happening[] }

const at = '2026-03-02T09:00:00.000Z'
const by = 'rep'

const visit = (id: string, values: Record<string, string | number | boolean> = {}): DealEventInput => ({
  kind: 'interaction-recorded',
  id,
  by,
  interaction: { kind: 'visit', at },
  observations: Object.entries(values).map(([fact, value], n) => ({ id: `${id}.${n}`, fact, value })),
})

const closing = (outcome: 'won' | 'lost' | 'abandoned', reason: string): DealEventInput => ({
  kind: 'closed',
  id: 'closing',
  by,
  outcome,
  reason,
})

const approval = { 'element.inquiry': true, 'element.budget': 90000, 'attribute.amount': 9000 }
const signOff = { 'commitment.agree': true, 'commitment.approve': true }

export const lives: Life[] = [
  {
    name: 'won',
    model: recordedPurchase,
    happenings: [
      visit('one-meeting', { ...approval, ...signOff }),
      visit('signing', { 'element.contract': true, 'element.funded-on': '2026-02-01' }),
      closing('won', 'Signed on the day'),
    ],
  },
  {
    name: 'objection',
    model: recordedPurchase,
    happenings: [
      visit('first-visit', { 'element.inquiry': true }),
      {
        kind: 'objection-raised',
        id: 'fear',
        by,
        type: 'downtime',
        statement: 'A week without output is too long',
        stage: 'funding',
      },
      visit('budget-told', { 'element.budget': 80000 }),
      {
        kind: 'objection-planned',
        id: 'plan',
        by,
        objection: 'fear',
        strategy: 'answer',
        steps: ['Show the plan'],
        due: '2027-01-04T09:00:00.000Z',
      },
      {
        kind: 'support-answered',
        id: 'help',
        by: 'service-head',
        request: 'changeover-plan.fear.3',
        verdict: 'answered',
        note: 'Two nights',
      },
      { kind: 'objection-implemented', id: 'done', by, objection: 'fear', note: 'Shown on site' },
      { kind: 'objection-fed-back', id: 'heard', by, objection: 'fear', feedback: 'Two nights are fine' },
      {
        refused: 'OBJECTION_SUPERVISOR_IS_IMPLEMENTER',
        event: { kind: 'objection-supervised', id: 'own', by, objection: 'fear' },
      },
      { kind: 'objection-supervised', id: 'seen', by: 'manager', objection: 'fear' },
      { kind: 'objection-closed', id: 'over', by, objection: 'fear', outcome: 'answered' },
    ],
  },
  {
    name: 'support',
    model: recordedPurchase,
    happenings: [
      visit('large-order', { ...approval, ...signOff, 'attribute.amount': 60000 }),
      { refused: 'FACT_UNKNOWN', event: visit('odd', { 'element.weather': true }) },
      {
        kind: 'support-answered',
        id: 'reviewed',
        by: 'counsel',
        request: 'terms.2',
        verdict: 'approved',
        note: 'With our usual cap',
        observations: [{ id: 'reviewed.0', fact: 'element.contract', value: true, grade: 'signed' }],
      },
    ],
  },
  {
    name: 'withdrawn',
    model: recordedPurchase,
    happenings: [
      visit('hopeful', { ...approval, ...signOff }),
      { kind: 'observation-withdrawn', id: 'not-so', by, observation: 'hopeful.1', reason: 'The budget was cut' },
      {
        refused: 'OBSERVATION_WITHDRAWN',
        event: { kind: 'observation-withdrawn', id: 'again', by, observation: 'hopeful.1', reason: 'Cut' },
      },
      visit('second-budget', { 'element.budget': 40000 }),
    ],
  },
  {
    name: 'escalated',
    model: hastyPurchase,
    happenings: [
      'due time passes',
      'due time passes',
      visit('at-last', { 'element.inquiry': true }),
      'due time passes',
      closing('lost', 'Too slow'),
    ],
  },
  {
    name: 'deviated',
    model: recordedPurchase,
    happenings: [
      {
        kind: 'deviated',
        id: 'skip',
        by,
        deviation: { kind: 'skip-stage', stage: 'need' },
        reason: 'They asked for a quote outright',
      },
      {
        kind: 'deviated',
        id: 'drop',
        by,
        deviation: { kind: 'drop-action', action: 'meet-controller' },
        reason: 'On leave',
      },
      {
        kind: 'deviated',
        id: 'dinner',
        by,
        deviation: { kind: 'add-action', stage: 'funding', name: 'Dinner with the owner' },
        reason: 'He decides',
      },
      { kind: 'task-completed', id: 'dined', by, task: 'dinner', note: 'In good spirits' },
    ],
  },
  {
    name: 'top-leader',
    model: recordedPurchase,
    happenings: [
      { kind: 'style-chosen', id: 'style', by, style: 'top-leader', reason: 'The managing director asked for it' },
      visit('with-the-director', { ...approval, 'commitment.approve': true }),
    ],
  },
  {
    name: 'abandoned',
    model: recordedPurchase,
    happenings: [
      visit('large-order', { ...approval, 'attribute.amount': 60000 }),
      { kind: 'task-completed', id: 'presented', by, task: 'present.2' },
      closing('abandoned', 'The plant is being sold'),
    ],
  },
  {
    name: 'at-once',
    model: recordedPurchase,
    happenings: [
      { atOnce: ['a', 'b', 'c', 'd', 'e'].map((id) => visit(id)) },
      visit('budget-first', { 'element.budget': 7 }),
    ],
  },
  {
    name: 'handed-over',
    model: recordedPurchase,
    stepsPerRun: 4,
    happenings: [
      ...['1', '2', '3', '4', '5'].map((id) => visit(`visit-${id}`)),
      visit('visit-2'),
      visit('told', { 'element.inquiry': true }),
      closing('lost', 'Nobody answered after that'),
    ],
  },
]

/** Lets a deal that has been opened live through its life. */
export async function liveThrough(deals: DealsClient, dealId: string, { happenings }: Life): Promise<void> {
  const tell = (event: DealEventInput) => deals.change(dealId, { event: dealEventSchema.parse(event) })
  for (const happening of happenings) {
    if (happening === 'due time passes') await untilWoken(deals, dealId)
    else if ('atOnce' in happening) await Promise.all(happening.atOnce.map(tell))
    else if ('refused' in happening) await expectRefusal(happening.refused, tell(happening.event))
    else await tell(happening)
  }
}

async function untilWoken(deals: DealsClient, dealId: string): Promise<void> {
  const before = (await deals.state(dealId))?.seq
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if ((await deals.state(dealId))?.seq !== before) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the deal ${dealId} did not wake up`)
}

async function expectRefusal(code: string, answer: Promise<unknown>): Promise<void> {
  const refusal = await answer.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(refusal instanceof Error && 'code' in refusal && refusal.code === code))
    throw new Error(`expected the refusal ${code}, got ${refusal}`)
}
