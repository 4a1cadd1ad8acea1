import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { type Fact, factName, type KnownFacts } from '../facts/fact.ts'
import { judge } from '../run/advance.ts'
import type { Asked } from './authority.ts'

/** Where a deal stands among the others: ids of its segment and its owner, and its account's name, where it has one. */
export type DealPlace = { segment: string; owner: string; account?: string }

/** What is known of a request: the facts of its deal, with those that only routing asks for, and what authority sees of it. */
export async function requestFacts(
  plan: Plan,
  state: DealState,
  id: string,
  deal: DealPlace,
  now: string,
): Promise<{ facts: KnownFacts; asked: Asked }> {
  const { facts } = await judge(plan, state, now)
  const request = state.supportRequests[id]
  const objection = request?.objection === undefined ? undefined : state.objections[request.objection]
  const stage = request?.stage ?? objection?.stage
  const amount = amountOf(plan, facts)
  return {
    facts: {
      ...facts,
      [factName.segment]: deal.segment,
      [factName.owner]: deal.owner,
      ...(deal.account && { [factName.account]: deal.account }),
      ...(request && { [factName.request]: request.trigger }),
      ...(stage && { [factName.stage]: stage }),
    },
    asked: {
      request: request?.trigger ?? '',
      ...(stage && { stage }),
      ...(amount !== undefined && { amount }),
    },
  }
}

/** The greatest of a deal's known amounts of money among its attributes: whoever may take it may take all of them. */
function amountOf(plan: Plan, facts: KnownFacts): number | undefined {
  const amounts = Object.entries(plan.observable)
    .filter(([name, type]) => type.kind === 'money' && name.startsWith('attribute.'))
    .flatMap(([name]) => (typeof facts[name] === 'number' ? [facts[name]] : []))
  return amounts.length > 0 ? Math.max(...amounts) : undefined
}

/** Ids that a routing fact can be, in the catalogue: of segments, people, kinds of request and stages. */
export type RoutingOptions = { segments: string[]; people: string[]; requests: string[]; stages: string[] }

/** The facts that only routing can ask for, with the ids that each can be. */
export const routingCatalogue = ({ segments, people, requests, stages }: RoutingOptions): Fact[] =>
  [
    routingFact(factName.segment, 'segment', segments),
    routingFact(factName.owner, 'owner', people),
    { name: factName.account, label: 'account', value: { kind: 'text' as const }, origin: { kind: 'deal' as const } },
    routingFact(factName.request, 'request', requests),
    routingFact(factName.stage, 'stage', stages),
  ].flatMap((fact) => fact ?? [])

const routingFact = (name: string, label: string, options: string[]): Fact | undefined =>
  options.length > 0 ? { name, label, value: { kind: 'choice', options }, origin: { kind: 'deal' } } : undefined
