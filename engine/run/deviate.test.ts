import { expect, it } from 'vitest'
import type { ProcessModelDraft } from '#engine'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'

const withSuggestion: ProcessModelDraft = {
  ...smallPurchase,
  chain: {
    ...smallPurchase.chain,
    styles: [
      {
        id: 'top-leader',
        name: 'Top-leader project',
        leader: 'approver',
        suggestedWhen: { fact: 'attribute.amount', operator: 'greaterThan', value: 50_000 },
      },
      { id: 'plain', name: 'Plain' },
    ],
  },
}

it('a style is chosen against the model only where the model suggests others', async () => {
  const deal = await aDeal(withSuggestion)
  const chosen = async (style: string) => {
    const id = `style ${deal.steps.length}`
    await deal.happens({ kind: 'style-chosen', id, style, reason: 'The handler said so' })
    return deal.state.deviations[id]?.suggested
  }
  expect(await chosen('plain')).toBeUndefined()
  await deal.learns({ 'attribute.amount': 90_000 })
  expect(await chosen('top-leader')).toBeUndefined()
  expect(await chosen('plain')).toEqual(['top-leader'])
})

it('a deviation tells what it is about in the words of then, and at which stage', async () => {
  const deal = await aDeal(smallPurchase)
  const reason = 'We know them'
  await deal.happens({
    kind: 'deviated',
    id: 'drop',
    deviation: { kind: 'drop-action', action: 'meet-finance' },
    reason,
  })
  const added = { kind: 'add-action', stage: 'need', name: 'Ask the distributor' } as const
  await deal.happens({ kind: 'deviated', id: 'add', deviation: added, reason })
  expect(Object.values(deal.state.deviations).map(({ stage, name }) => [stage, name])).toEqual([
    ['funding', 'Meet the head of finance'],
    ['need', 'Ask the distributor'],
  ])
})

it('an added task is no longer owed once what it is for is there, or once it is taken back', async () => {
  const deal = await aDeal(smallPurchase)
  const add = async (id: string, brings?: string[]) => {
    const deviation = { kind: 'add-action', stage: 'need', name: 'Write to them', ...(brings && { brings }) } as const
    await deal.happens({ kind: 'deviated', id, deviation, reason: 'It is late' })
  }
  await add('for-inquiry', ['inquiry'])
  await add('for-nothing')
  await expect(add('for-unknown', ['none'])).rejects.toMatchObject({ code: 'FACT_UNKNOWN' })
  const takeBack = (task: string) => deal.happens({ kind: 'task-taken-back', task, reason: 'Not needed' })
  await takeBack('for-nothing')
  await expect(takeBack('for-nothing')).rejects.toMatchObject({ code: 'TASK_CLOSED' })
  await expect(takeBack('visit-handler.1')).rejects.toMatchObject({ code: 'TASK_OF_MODEL' })
  await deal.learns({ 'element.inquiry': true })
  expect([deal.state.tasks['for-inquiry']?.status, deal.state.tasks['for-nothing']?.status]).toEqual([
    'effect-obtained',
    'cancelled',
  ])
})
