import { expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { mayTake } from './authority.ts'
import { requestFacts } from './request-facts.ts'
import { type Grant, routingSchema } from './routing.ts'
import { ruleFor } from './rule-for.ts'

const place = { segment: 'machines', owner: 'rep', account: 'Acme' }

/** The request of a deal that has an amount, with what routing knows of it. */
async function aRequest(amount = 40_000) {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'element.inquiry': true, 'element.budget': 50_000, 'attribute.amount': amount })
  const [request = ''] = Object.keys(deal.state.supportRequests)
  return requestFacts(deal.plan, deal.state, request, place, '2026-03-02T09:00:00.000Z')
}

const equal = (fact: string, value: string) => ({ fact, operator: 'equal' as const, value })
const rules = (...conditions: object[]) =>
  routingSchema.parse({
    rules: conditions.map((when, n) => ({ id: `rule-${n}`, name: `Rule ${n}`, when, give: { kind: 'in-turn' } })),
  })
const fits = async (...conditions: object[]) => (await ruleFor(rules(...conditions), (await aRequest()).facts))?.id

it.each([
  ['its segment', equal('deal.segment', 'machines')],
  ['who owns the deal', equal('deal.owner', 'rep')],
  ['its account', equal('deal.account', 'Acme')],
  ['what is asked for', equal('deal.request', 'legal-review')],
  ['the stage that asks', equal('deal.stage', 'approval')],
  ['any fact of the deal', { fact: 'attribute.amount', operator: 'greaterThan', value: 30_000 }],
])('a rule can ask for %s', async (_, condition) => {
  expect(await fits(condition)).toBe('rule-0')
  expect(await fits({ not: condition })).toBeUndefined()
})

it('the first rule that fits counts; one without a condition fits always', async () => {
  const [machines, other] = [equal('deal.segment', 'machines'), equal('deal.segment', 'tenders')]
  expect(await fits(other, machines, machines)).toBe('rule-1')
  const routing = rules(other)
  const always = { id: 'rest', name: 'The rest', give: { kind: 'least-loaded' as const } }
  const { facts } = await aRequest()
  expect((await ruleFor({ ...routing, rules: [...routing.rules, always] }, facts))?.id).toBe('rest')
})

it('a rule over what nobody knows yet does not fit, nor does its opposite', async () => {
  const region = equal('attribute.region', 'north')
  expect(await fits(region, { not: region })).toBeUndefined()
})

const grant = (limits: Partial<Grant>): Grant => ({ id: 'grant', ...limits })

it.each<[string, Grant[], string, boolean]>([
  ['without a matrix everybody may take all', [], 'ann', true],
  ['a limit below the amount', [grant({ person: 'ann', upTo: 30_000 })], 'ann', false],
  ['a limit at the amount', [grant({ person: 'ann', upTo: 40_000 })], 'ann', true],
  ['a limit of somebody else’s', [grant({ person: 'ann' })], 'ben', false],
  ['a limit for everybody of the department', [grant({ upTo: 40_000 })], 'ben', true],
  ['another kind of request', [grant({ request: 'legal-opinion' })], 'ann', false],
  ['this kind at this stage', [grant({ request: 'legal-review', stage: 'approval' })], 'ann', true],
  ['another stage', [grant({ stage: 'need' })], 'ann', false],
  ['one of two grants', [grant({ upTo: 10_000 }), grant({ person: 'ann', upTo: 100_000 })], 'ann', true],
])('authority: %s', async (_, authority, person, may) => {
  expect(mayTake(authority, person, (await aRequest()).asked)).toBe(may)
})

it('an amount that nobody knows yet exceeds no limit', () => {
  expect(mayTake([grant({ upTo: 10 })], 'ann', { request: 'legal-review' })).toBe(true)
})
