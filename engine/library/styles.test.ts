import { describe, expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { facts, met, minutes, opened } from '../../tests/support/an-enterprise-deal.ts'
import { applyChanges } from '../compare/apply-changes.ts'
import { suggestedStyles } from '../explain/suggested-styles.ts'
import { whyNotYet } from '../explain/why-not-yet.ts'
import { processModelSchema } from '../model/process-model.ts'
import { enterpriseSoftware } from './enterprise-software/index.ts'
import { patterns } from './patterns.ts'

const model = processModelSchema.parse(enterpriseSoftware)
const compared = applyChanges(
  model,
  patterns.find(({ id }) => id === 'commercial-procurement')?.changesFor(model) ?? [],
)
const { interest, problem, requirements, solution, recommendations, proposal, choice } = facts
const untilChosen = {
  ...interest,
  ...problem,
  ...requirements,
  ...solution,
  ...recommendations,
  ...proposal,
  ...choice,
}
const styled = (style: string) => ({ kind: 'style-chosen' as const, style, reason: 'The customer says so' })

describe('the style of an enterprise deal', () => {
  it('of commercial procurement adds the comparison of quotes to what the choice waits for', async () => {
    const stage = compared.stages.find(({ elements }) => elements.some(({ id }) => id === 'quotes-compared'))?.id
    const waitsFor = async (deal: DealUnderTest) => {
      const why = (await whyNotYet(deal.plan, deal.state, met)).find((one) => one.stage === stage)
      expect(why?.sets).not.toEqual([])
      return why?.sets.some((set) => set.some(({ fact }) => fact === 'element.quotes-compared'))
    }
    const deal = await aDeal(compared, opened)
    await minutes(deal, untilChosen)
    expect(await waitsFor(deal)).toBe(false)
    await deal.happens(styled('commercial-procurement'), met)
    expect(await waitsFor(deal)).toBe(true)
    await deal.learns({ 'element.quotes-compared': 3, 'element.our-quote': 'first' }, met)
    expect(await waitsFor(deal)).toBe(false)
  })

  it('is suggested by what was learnt, with the facts that this rests on, in the order of the drawing', async () => {
    const deal = await aDeal(model, opened)
    expect(await suggestedStyles(deal.plan, deal.state, met)).toEqual([])
    await deal.learns({ 'commitment.introduction': true }, met)
    const introduced = { style: 'introduced', facts: [{ fact: 'commitment.introduction', value: true }] }
    expect(await suggestedStyles(deal.plan, deal.state, met)).toEqual([introduced])
    await deal.learns({ 'element.comparison': 'call for proposals' }, met)
    expect(await suggestedStyles(deal.plan, deal.state, met)).toEqual([
      { style: 'commercial-procurement', facts: [{ fact: 'element.comparison', value: 'call for proposals' }] },
      introduced,
    ])
    expect(deal.state.style).toBeUndefined()
  })

  it('of an introduction lets the introducer be asked, as a role of the purchase', async () => {
    const deal = await aDeal(model, opened)
    await deal.happens(styled('introduced'), met)
    expect(deal.plan.sources['commitment.introduction']?.roles).toEqual(['introducer'])
    await deal.learns({ 'commitment.introduction': true }, met)
    expect(Object.values(deal.state.observations)).toContainEqual(
      expect.objectContaining({ fact: 'commitment.introduction', value: true }),
    )
  })
})
