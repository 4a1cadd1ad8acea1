import { describe, expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { aChoice, facts, met, minutes, opened } from '../../tests/support/an-enterprise-deal.ts'
import { chainOutlook } from '../explain/chain-outlook.ts'
import { decisionChainSchema } from '../model/decision-chain.ts'
import { deliveries } from './enterprise-software/answers.ts'
import { enterpriseSoftware } from './enterprise-software/index.ts'
import { publicTender } from './public-tender/index.ts'

const layersOf = ({ state }: DealUnderTest) =>
  Object.fromEntries(Object.entries(state.layers ?? {}).map(([id, { status, next = [] }]) => [id, [status, ...next]]))

describe('the sign-off of an enterprise purchase', () => {
  it('goes through the requesting team in turn, and no further than the amount asks for', async () => {
    const deal = await aDeal(enterpriseSoftware, opened)
    await minutes(deal, { 'attribute.amount': 4000, 'element.budget-plan': 'in the plan' })
    expect(layersOf(deal)).toMatchObject({
      'requesting-team': ['open', 'technical-lead'],
      department: ['waiting'],
      'finance-leadership': ['not-needed'],
      executive: ['not-needed'],
      board: ['not-needed'],
    })
    await minutes(deal, { ...facts.recommendations, 'attribute.amount': 20_000 }, 'written', '2026-03-03T09:00:00.000Z')
    expect(layersOf(deal)).toMatchObject({
      'requesting-team': ['open', 'handler'],
      'finance-leadership': ['waiting'],
      executive: ['waiting'],
      board: ['not-needed'],
    })
  })

  it('asks finance by the limit that was in force when its turn came', async () => {
    const small = { 'attribute.amount': 4000, 'element.budget-plan': 'in the plan' }
    const by = async (now: string) => {
      const deal = await aDeal(enterpriseSoftware, now)
      await minutes(deal, small, 'written', now)
      return layersOf(deal)['finance-leadership']
    }
    expect(await by('2024-12-30T09:00:00.000Z')).toEqual(['waiting'])
    expect(await by('2025-01-02T09:00:00.000Z')).toEqual(['not-needed'])
  })

  it('lets the layer above sign for a head of department who asked for the purchase', async () => {
    const deal = await aChoice()
    await deal.happens({ kind: 'person-named', role: 'department-head', name: 'Ho', requester: true }, met)
    await minutes(deal, { ...facts.reviews, ...facts.terms })
    await minutes(deal, { 'commitment.finance-approves': true })
    expect(layersOf(deal)).toMatchObject({ department: ['signed'], 'finance-leadership': ['signed'] })
  })

  it('has security begin once its questionnaire is back, and says no end before', async () => {
    const deal = await aChoice({ 'attribute.delivery': deliveries.own, 'attribute.existing-vendor': true })
    const { 'commitment.security-clears': _, ...others } = facts.reviews
    await minutes(deal, { ...facts.terms, ...facts.signOff, ...others })
    const chain = decisionChainSchema.parse(enterpriseSoftware.chain)
    const look = (now: string) => chainOutlook(deal.plan, chain, deal.state, { layers: {}, specialists: {} }, now)
    expect(await look(met)).toMatchObject({ steps: [{ specialist: 'security', basis: 'unknown' }] })
    await minutes(deal, { 'element.security-questionnaire': '2026-03-10' }, 'written', '2026-03-12T09:00:00.000Z')
    expect((await look('2026-03-12T09:00:00.000Z')).end?.likely).toBe('2026-03-24T00:00:00.000Z')
  })
})

describe('the sign-off of a public tender', () => {
  const bought = async (trade: string, amount: number, now: string) => {
    const deal = await aDeal(publicTender, now)
    await deal.learns({ 'attribute.trade': trade, 'attribute.amount': amount }, now)
    return layersOf(deal).supervision?.[0]
  }

  it('goes up to the supervisor only where the law asks for the tender, by what is bought and when', async () => {
    expect(await bought('goods', 3_000_000, opened)).toBe('waiting')
    expect(await bought('works', 3_000_000, opened)).toBe('not-needed')
    expect(await bought('works', 3_000_000, '2018-05-01T09:00:00.000Z')).toBe('waiting')
  })

  it('does not count a committee member who asked for the purchase, and still needs three', async () => {
    const deal = await aDeal(publicTender, opened)
    await deal.happens({ kind: 'person-named', role: 'purchaser-delegate', name: 'Delegate', requester: true }, opened)
    const places = (role: string) => [`commitment.first-place-${role}`, true]
    const team = ['needs-it', 'plans-tender', 'funds-confirmed'].map((id) => [`commitment.${id}`, true])
    const judged = (roles: string[]) => deal.learns(Object.fromEntries([...team, ...roles.map(places)]), opened)
    await judged(['purchaser-delegate', 'first-technician', 'second-technician'])
    expect(layersOf(deal)['evaluation-committee']).toEqual(['open', 'third-technician', 'economist'])
    await judged(['economist'])
    expect(layersOf(deal)['evaluation-committee']).toEqual(['signed'])
  })
})
