import { expect, it } from 'vitest'
import { processModelSchema } from '#engine'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { asksOf } from './asks.ts'
import { asInteraction, emptyDraft, type InteractionDraft, unanswered } from './interaction-draft.ts'

const now = '2026-03-02T09:00:00.000Z'
const model = processModelSchema.parse(smallPurchase)
const asksIn = async () => asksOf(model, (await aDeal(smallPurchase)).state)
const allAsks = async () => (await asksIn()).flatMap(({ asks }) => asks)
const draft = (part: Partial<InteractionDraft>): InteractionDraft => ({ ...emptyDraft(), ...part })

it('facts are asked for where the deal stands first, then its attributes, then what lies ahead', async () => {
  expect((await asksIn()).map(({ stage }) => stage?.id ?? 'attributes')).toEqual([
    'need',
    'attributes',
    'funding',
    'approval',
    'signed',
  ])
})

it('several facts of several stages go out as one interaction', async () => {
  const learnt = {
    'element.inquiry': { value: true, grade: 'said' as const },
    'element.budget': { value: 60000, grade: 'written' as const, saidBy: ' Ms Kwan ', evidence: 'Mail' },
  }

  expect(asInteraction(draft({ kind: 'meeting', note: ' Brief ', learnt }), await allAsks(), now)).toEqual({
    interaction: { kind: 'meeting', at: now, note: 'Brief', participants: [] },
    observations: [
      { fact: 'element.inquiry', value: true, grade: 'said' },
      { fact: 'element.budget', value: 60000, grade: 'written', saidBy: 'Ms Kwan', evidence: 'Mail' },
    ],
  })
})

it('a promise is taken to be its role’s own, and a fact to come from the only one who was there', async () => {
  const learnt = {
    'commitment.approve': { value: true, grade: 'said' as const },
    'element.inquiry': { value: true, grade: 'said' as const },
  }
  const { observations } = asInteraction(draft({ participants: ['Mr Ortiz'], learnt }), await allAsks(), now)

  expect(Object.fromEntries((observations ?? []).map(({ fact, saidBy }) => [fact, saidBy]))).toEqual({
    'commitment.approve': 'Approver',
    'element.inquiry': 'Mr Ortiz',
  })
})

it('a fact that was picked without a value is named, and does not go out', async () => {
  const learnt = { 'element.budget': { grade: 'said' as const } }

  expect(unanswered(draft({ learnt }))).toEqual(['element.budget'])
  expect(asInteraction(draft({ learnt }), await allAsks(), now).observations).toEqual([])
})
