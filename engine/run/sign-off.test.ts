import { expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import type { ProcessModelDraft } from '../model/process-model.ts'

const signedOff: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Signed off in writing',
  stages: [
    {
      id: 'signed-off',
      name: 'Signed off',
      commitments: [
        { id: 'recommends', name: 'Recommends us', role: 'handler', required: false, grade: 'written' },
        { id: 'approves', name: 'Approves', role: 'leader', required: false, grade: 'written' },
      ],
      exit: { fact: 'layer.team', operator: 'equal', value: true },
    },
  ],
  chain: {
    layers: [
      { id: 'team', name: 'Team' },
      { id: 'top', name: 'Top' },
    ],
    roles: [
      { id: 'handler', name: 'Handler', kind: 'handler', layer: 'team' },
      { id: 'leader', name: 'Leader', kind: 'decider', layer: 'top' },
    ],
    styles: [{ id: 'top-leader', name: 'Top-leader project', leader: 'leader' }],
  },
}

const onPaper = (deal: DealUnderTest, fact: string) =>
  deal.happens({
    kind: 'interaction-recorded',
    interaction: { kind: 'mail', at: '2026-03-03T09:00:00.000Z' },
    observations: [{ id: `paper ${fact}`, fact, value: true, grade: 'written' }],
  })

it('a promise that the model wants in writing does not sign its layer while it is only spoken', async () => {
  const deal = await aDeal(signedOff)
  await deal.learns({ 'commitment.recommends': true })
  expect(deal.statuses()).toEqual({ 'signed-off': 'open' })
  await onPaper(deal, 'commitment.recommends')
  expect(deal.statuses()).toEqual({ 'signed-off': 'completed' })
})

it('a leader covers the layers beneath once the promise from the top is on paper, where the model wants it so', async () => {
  const deal = await aDeal(signedOff)
  await deal.happens({ kind: 'style-chosen', style: 'top-leader', reason: 'The head leads it' })
  await deal.learns({ 'commitment.approves': true })
  expect(deal.statuses()).toEqual({ 'signed-off': 'open' })
  await onPaper(deal, 'commitment.approves')
  expect(deal.statuses()).toEqual({ 'signed-off': 'completed' })
})
