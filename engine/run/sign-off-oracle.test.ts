import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aPlan } from '../../tests/support/a-deal.ts'
import { naiveSignOff, type Told } from '../../tests/support/naive-sign-off.ts'
import type { Plan } from '../compile/plan.ts'
import { type DealEventInput, dealEventSchema } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { SignOffRun } from '../deal/layer-run.ts'
import {
  type ChainPolicies,
  type DecisionChain,
  decisionChainSchema,
  type SignOffRule,
} from '../model/decision-chain.ts'
import { advance } from './advance.ts'

/** Six signers: a handler, two managers with a lawyer beside them, and two directors; a manager may be a director, too. */
const chainWith = (rule: SignOffRule, policies: Partial<ChainPolicies>): DecisionChain =>
  decisionChainSchema.parse({
    layers: [
      { id: 'team', name: 'Team' },
      { id: 'managers', name: 'Managers', rule },
      { id: 'board', name: 'Board', rule },
    ],
    specialists: [{ id: 'legal', name: 'Legal', layer: 'managers' }],
    roles: [
      { id: 'a', name: 'A', kind: 'handler', layer: 'team' },
      { id: 'b', name: 'B', kind: 'user-buyer', layer: 'managers' },
      { id: 'c', name: 'C', kind: 'technical-buyer', layer: 'managers' },
      { id: 'd', name: 'D', kind: 'gatekeeper', specialist: 'legal' },
      { id: 'e', name: 'E', kind: 'economic-buyer', layer: 'board' },
      { id: 'f', name: 'F', kind: 'decider', layer: 'board' },
    ],
    policies,
  })

/** Smaller chains, of one to five signers: with departments beside a layer, beside two, and side by side. */
const smallerChains = (rule: SignOffRule): DecisionChain[] =>
  [
    { team: 'a' },
    { team: 'a', legal: 'b' },
    { team: 'a', legal: 'b', finance: 'c' },
    { team: 'ab', legal: 'c', board: 'd' },
    { team: 'a', legal: 'b', finance: 'c', board: 'de' },
  ].map((seats: Record<string, string>) => {
    const departments = ['legal', 'finance'].filter((id) => seats[id])
    const layers = Object.keys(seats).filter((id) => !departments.includes(id))
    return decisionChainSchema.parse({
      layers: layers.map((id) => ({ id, name: id, rule })),
      specialists: departments.map((id) => ({ id, name: id, layer: 'team' })),
      roles: Object.entries(seats).flatMap(([at, roles]) =>
        [...roles].map((id) => ({
          id,
          name: id,
          kind: 'gatekeeper',
          [departments.includes(at) ? 'specialist' : 'layer']: at,
        })),
      ),
    })
  })

const signers = ['a', 'b', 'c', 'd', 'e', 'f']
const planOf = (chain: DecisionChain) =>
  aPlan({
    formatVersion: 1,
    name: 'Signers',
    stages: [
      {
        id: 'signed',
        name: 'Signed',
        commitments: chain.roles.map(({ id }) => ({ id, name: `Promise ${id}`, role: id })),
      },
    ],
    chain,
  })

/** What can happen: an event, and what it means to who was told of it. */
type Act = { says(told: Told, at: number): { event: object; told: Told } | undefined }

const sign = (role: string): Act => ({
  says: (told, at) => {
    const isAdded = told.added.some(({ id }) => id === role)
    if (!isAdded && !signers.includes(role)) return undefined
    const fact = `${isAdded ? 'signature' : 'commitment'}.${role}`
    return {
      event: {
        kind: 'interaction-recorded',
        interaction: { kind: 'call', at: instant(at) },
        observations: [{ id: `${role}@${at}`, fact, value: true }],
      },
      told: { ...told, signed: [...told.signed, { role, at }] },
    }
  },
})
const withdraw = (role: string): Act => ({
  says: (told) => {
    const one = told.signed.find((signature) => signature.role === role)
    return (
      one && {
        event: { kind: 'observation-withdrawn', observation: `${role}@${one.at}`, reason: 'Misheard' },
        told: { ...told, signed: told.signed.filter((signature) => signature !== one) },
      }
    )
  },
})
const sendBack = (layer: string, specialist?: string): Act => ({
  says: (told, at) => {
    const to = { layer, ...(specialist && { specialist }) }
    return {
      event: { kind: 'sign-off-returned', ...to, reason: 'Price too high' },
      told: { ...told, returned: [...told.returned, { ...to, at }] },
    }
  },
})
const add = (id: string, to: { layer: string; specialist?: string; place: 'before' | 'beside' | 'after' }): Act => ({
  says: (told) =>
    told.added.some((one) => one.id === id)
      ? undefined
      : {
          event: { kind: 'signer-added', id, name: `Added ${id}`, ...to, reason: 'The auditors insist' },
          told: { ...told, added: [...told.added, { id, ...to }] },
        },
})
const takeBack = (id: string): Act => ({
  says: (told) =>
    told.added.some((one) => one.id === id)
      ? {
          event: { kind: 'signer-taken-back', signer: id, reason: 'Not after all' },
          told: { ...told, added: told.added.filter((one) => one.id !== id) },
        }
      : undefined,
})
const goesAway = (id: string, minutes: number, delegate: string): Act => ({
  says: (told, at) => {
    const someone = told.people[id]
    if (!someone || someone.hasLeft || told.people[delegate]?.hasLeft) return undefined
    const away = { from: at, until: at + minutes, delegate }
    return {
      event: {
        ...personOf(someone),
        kind: 'person-changed',
        person: id,
        away: { until: instant(away.until), delegate },
      },
      told: { ...told, people: { ...told.people, [id]: { ...someone, away } } },
    }
  },
})
const leaves = (id: string): Act => ({
  says: (told) => {
    const someone = told.people[id]
    return someone && !someone.hasLeft
      ? {
          event: { kind: 'person-removed', person: id, reason: 'Retired' },
          told: { ...told, people: { ...told.people, [id]: { ...someone, hasLeft: true } } },
        }
      : undefined
  },
})

const instant = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString()
const personOf = ({ roles: [role, ...alsoHolds], requester }: Told['people'][string]) => ({
  role,
  name: 'Somebody',
  alsoHolds,
  ...(requester && { requester }),
})

type Deal = { plan: Plan; chain: DecisionChain; state: DealState; told: Told; minute: number; path: object[] }

async function happens(deal: Deal, act: Act): Promise<Deal | undefined> {
  const minute = deal.minute + 1
  const said = act.says(deal.told, minute)
  if (!said) return undefined
  const event = dealEventSchema.parse({ id: `e${minute}`, by: 'rep', ...said.event } as DealEventInput)
  const { state } = await advance(deal.plan, deal.state, event, instant(minute))
  return { ...deal, state, told: said.told, minute, path: [...deal.path, said.event] }
}

const everybody: Told['people'] = {
  pa: { roles: ['a'] },
  pb: { roles: ['b', 'e'] },
  pc: { roles: ['c'], requester: true },
  pd: { roles: ['d'] },
  pf: { roles: ['f'] },
}

/** A deal with everybody named: one manager is a director, too, and the other asked for the purchase. */
async function aSignOff(chain: DecisionChain, people = everybody): Promise<Deal> {
  const plan = planOf(chain)
  const opened = dealEventSchema.parse({
    kind: 'opened',
    id: 'e0',
    by: 'rep',
    dealId: 'deal-1',
    planHash: plan.hash,
    name: 'Six',
    owner: 'rep',
  })
  let { state } = await advance(plan, undefined, opened, instant(0))
  for (const [id, someone] of Object.entries(people)) {
    const event = dealEventSchema.parse({ kind: 'person-named', id, by: 'rep', ...personOf(someone) })
    state = (await advance(plan, state, event, instant(0))).state
  }
  return { plan, chain, state, told: { signed: [], people, added: [], returned: [] }, minute: 0, path: [] }
}

const auditor = add('x', { layer: 'managers', place: 'before' })
const lawyer = add('y', { layer: 'managers', specialist: 'legal', place: 'after' })
const acts: Act[] = [
  ...signers.map(sign),
  withdraw('b'),
  withdraw('f'),
  sendBack('team'),
  sendBack('managers'),
  sendBack('managers', 'legal'),
  auditor,
  lawyer,
  sign('x'),
  sign('y'),
  takeBack('x'),
  goesAway('pc', 2, 'pd'),
  goesAway('pf', 100, 'pa'),
  leaves('pa'),
]
const beginnings: Act[][] = [
  [],
  [...signers.map(sign), auditor, lawyer, sign('x'), sign('y')],
  [lawyer, sign('a'), sign('b'), sign('c'), sign('d'), sendBack('managers')],
  [goesAway('pf', 100, 'pb'), goesAway('pb', 3, 'pd'), sign('a'), sign('d')],
]

function compare({ state, chain, told, path }: Deal) {
  const expected = naiveSignOff(chain, told)
  const departments = Object.values(state.layers ?? {}).map(({ specialists }) => specialists)
  const runs = Object.assign({}, state.layers, ...departments) as Record<string, SignOffRun>
  for (const [id, { status, next }] of Object.entries(expected)) {
    const run = runs[id]
    if (run?.status !== status || (run.next ?? []).join() !== next.join())
      expect({ path, policies: chain.policies, rule: chain.layers[1]?.rule, id, run }).toEqual({ id, status, next })
  }
}

/** Every sequence of acts of a length, from a deal on; each state is compared as it is reached. */
async function explore(deal: Deal, depth: number, acts: Act[]): Promise<number> {
  if (depth === 0) return 0
  let states = 0
  for (const act of acts) {
    const next = await happens(deal, act)
    if (!next) continue
    compare(next)
    states += 1 + (await explore(next, depth - 1, acts))
  }
  return states
}

const rules: SignOffRule[] = [{ kind: 'all' }, { kind: 'any' }, { kind: 'in-turn' }, { kind: 'at-least', count: 2 }]
const everyPolicy = (['blocks', 'passes'] as const).flatMap((emptyLayer) =>
  (['signs-each', 'signs-once'] as const).flatMap((samePerson) =>
    (['counts', 'does-not-count', 'layer-above'] as const).flatMap((requester) =>
      (['waits', 'delegate-signs', 'passes'] as const).map((absent) => ({ emptyLayer, samePerson, requester, absent })),
    ),
  ),
)

it('six signers end where a second evaluator says, under each form and policy, after every two steps from four beginnings', async () => {
  let states = 0
  const settings = rules.flatMap((rule) => everyPolicy.map((policies) => ({ rule, policies })))
  // Neighbours differ in one policy only, so that each policy meets every beginning.
  for (const [n, { rule, policies }] of settings.entries())
    for (const beginning of beginnings.filter((_, m) => (m + n) % 2 === 0)) {
      let deal = await aSignOff(chainWith(rule, policies))
      for (const act of beginning) deal = (await happens(deal, act)) ?? deal
      compare(deal)
      states += 1 + (await explore(deal, 2, acts))
    }
  expect(states).toBe(69_552)
}, 300_000)

/** All that can happen in a chain: signatures, a return to each layer and each department, and a signer added to each. */
function actsIn({ layers, specialists, roles }: DecisionChain): Act[] {
  const parts: { layer: string; specialist?: string }[] = [
    ...layers.map(({ id }) => ({ layer: id })),
    ...specialists.map(({ id, layer }) => ({ layer, specialist: id })),
  ]
  return [
    ...roles.map(({ id }) => sign(id)),
    ...parts.map(({ layer, specialist }) => sendBack(layer, specialist)),
    ...parts.flatMap((to, n) => [add(`x${n}`, { ...to, place: n % 2 === 0 ? 'before' : 'after' }), sign(`x${n}`)]),
  ]
}

it('one to six signers end where a second evaluator says, with returns and added signers in every parallel branch', async () => {
  let states = 0
  for (const rule of rules)
    for (const chain of [...smallerChains(rule), chainWith(rule, {})]) {
      const acts = actsIn(chain)
      const fresh = await aSignOff(chain, {})
      states += await explore(fresh, acts.length > 12 ? 2 : 3, acts)
      let signed = fresh
      for (const act of acts) signed = (await happens(signed, act)) ?? signed
      for (const { id } of chain.roles) signed = (await happens(signed, sign(id))) ?? signed
      states += await explore(signed, 2, acts)
    }
  expect(states).toBe(9_056)
}, 120_000)

it('without withdrawal and return, the order in which signatures, signers and absences are told plays no part', async () => {
  const told = [
    { kind: 'interaction-recorded', interaction: { kind: 'call', at: instant(10) }, observations: said('a', 10) },
    { kind: 'interaction-recorded', interaction: { kind: 'call', at: instant(11) }, observations: said('c', 11) },
    { kind: 'interaction-recorded', interaction: { kind: 'call', at: instant(12) }, observations: said('d', 12) },
    { kind: 'interaction-recorded', interaction: { kind: 'call', at: instant(13) }, observations: said('f', 13) },
    { kind: 'signer-added', id: 'x', name: 'Audit', layer: 'managers', place: 'before', reason: 'New rules' },
    {
      kind: 'person-changed',
      person: 'pb',
      role: 'b',
      alsoHolds: ['e'],
      name: 'B',
      away: { from: instant(5), until: instant(40), delegate: 'pd' },
    },
  ]
  const settings = fc.record({
    rule: fc.constantFrom(...rules),
    policies: fc.constantFrom(...everyPolicy),
    order: fc.shuffledSubarray(told, { minLength: told.length }),
  })
  const endOf = async ({ rule, policies }: { rule: SignOffRule; policies: ChainPolicies }, order: object[]) => {
    let { plan, state } = await aSignOff(chainWith(rule, policies))
    for (const [n, happening] of order.entries()) {
      const event = dealEventSchema.parse({ id: `e${n}`, by: 'rep', ...happening } as DealEventInput)
      state = (await advance(plan, state, event, instant(50))).state
    }
    return Object.entries(state.layers ?? {}).map(([id, { status, next }]) => [id, status, next])
  }
  await fc.assert(
    fc.asyncProperty(settings, async ({ order, ...setting }) => {
      expect(await endOf(setting, order)).toEqual(await endOf(setting, told))
    }),
    { numRuns: 500 },
  )
}, 60_000)

const said = (role: string, minute: number) => [
  { id: `${role}@${minute}`, fact: `commitment.${role}`, value: true, at: instant(minute) },
]
