import type { Calendars } from '../calendar/due.ts'
import type { Plan } from '../compile/plan.ts'
import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import { refuse } from '../deal/refuse.ts'
import { type Held, type Holds, heldOf, judgeOf } from '../evaluate/evaluate.ts'
import type { KnownFacts } from '../facts/fact.ts'
import type { Applied } from './applied.ts'
import { applyEvent } from './apply-event.ts'
import { callSupport, callsOf } from './call-support.ts'
import { cascade } from './cascade.ts'
import { type Chain, chainOf } from './chain-of.ts'
import { noteSuggested } from './deviate.ts'
import { escalate } from './escalate.ts'
import { layerRuns } from './layer-runs.ts'
import { oweTasks } from './owe-tasks.ts'
import { refuseByPlan } from './refuse-by-plan.ts'
import { suggestedBy } from './suggested-by.ts'
import { isOtherInForce } from './thresholds.ts'
import { type Before, touchedFacts } from './touched-facts.ts'
import { nextWakeUp } from './wake-up.ts'
import { withAddedSigners } from './who-signs.ts'

export type Step = { state: DealState; effects: Effect[]; wakeAt?: string }

/**
 * Takes one event: the next state, what is new about it, and when to wake the deal next. Support falls due in the working
 * time of its department's calendar. Pure: the same arguments give the same result, and nothing is executed. Throws the `DomainError` of an event that has to be refused.
 */
export async function advance(
  plan: Plan,
  previous: DealState | undefined,
  event: DealEvent,
  now: string,
  calendars: Calendars = {},
): Promise<Step> {
  const refusal = refuse(previous, event) ?? refuseByPlan(withAddedSigners(plan, previous), previous, event)
  if (refusal) throw refusal
  const applied = await againstSuggestion(plan, previous, event, applyEvent(plan, previous, event, now, calendars), now)
  if (applied.state.status === 'closed')
    return { state: withoutWakeUp(closeAll(applied.state, now)), effects: applied.effects }
  const before = await stoodRightly(plan, previous, now)
  const settled = await settle(plan, applied.state, now, calendars, before)
  const escalated = escalate(plan, settled.state, now, calendars)
  const wakeAt = nextWakeUp(plan, escalated.state, now)
  const state = wakeAt ? { ...escalated.state, wakeAt } : withoutWakeUp(escalated.state)
  const effects = [...applied.effects, ...settled.effects, ...escalated.effects]
  return wakeAt ? { state, effects, wakeAt } : { state, effects }
}

/** What a chosen style came to, beside what the model suggested before it was chosen. */
async function againstSuggestion(
  plan: Plan,
  previous: DealState | undefined,
  event: DealEvent,
  applied: Applied,
  now: string,
): Promise<Applied> {
  if (event.kind !== 'style-chosen' || !previous) return applied
  const suggested = await suggestedBy(plan, (await judge(plan, previous, now)).holds)
  const ids = suggested.map(({ id }) => id)
  return { ...applied, state: noteSuggested(applied.state, event.id, ids) }
}

/** A deal as its last step left it, where that step was on this very plan; else every stage is asked anew. */
async function stoodRightly(plan: Plan, state: DealState | undefined, now: string): Promise<Before | undefined> {
  if (state?.planHash !== plan.hash) return undefined
  return { state, facts: (await judge(plan, state, now)).facts }
}

/**
 * Moves stages, tasks and support on what is known. A call that the model refuses is known at once, and so is the value of
 * a threshold for what opened anew: both are judged with the rest.
 */
async function settle(
  plan: Plan,
  state: DealState,
  now: string,
  calendars: Calendars,
  before: Before | undefined,
): Promise<Applied> {
  const judged = await judge(plan, state, now)
  const { facts, holds } = judged
  const passed = await cascade(plan, state, holds, now, before && touchedFacts(plan, before, facts))
  const signed = layerRuns(judged.chain, state, now)
  const staged = { ...state, stages: passed.stages, ...signed.layers }
  const owed = oweTasks(plan, staged, facts, now)
  const owing = { ...staged, tasks: owed.tasks }
  const called = callSupport(plan, owing, await heldForCalls(plan, owing, holds), now, calendars)
  const settled = { ...owing, supportRequests: called.supportRequests }
  const effects = [
    ...passed.effects,
    ...goals(plan, passed.effects),
    ...signed.effects,
    ...owed.effects,
    ...called.effects,
  ]
  if (!called.isRefused && !isOtherInForce(plan, state, settled, now)) return { state: settled, effects }
  const rest = await settle(plan, settled, now, calendars, { state, facts })
  return { state: rest.state, effects: [...effects, ...rest.effects] }
}

/** The rules that hold of those that the deal's calls for support ask. */
const heldForCalls = (plan: Plan, state: DealState, holds: Holds): Promise<Held> =>
  heldOf(
    callsOf(plan, state).flatMap(({ trigger: { rule, refusesRule } }) => [rule ?? [], refusesRule ?? []].flat()),
    holds,
  )

/** The facts of a deal with those that follow from its chain; a judge of the plan's rules on them; and the chain itself. */
export async function judge(
  plan: Plan,
  state: DealState,
  now: string,
): Promise<{ facts: KnownFacts; holds: Holds; chain: Chain }> {
  const chain = await chainOf(plan, state, now)
  return { facts: chain.facts, holds: judgeOf(plan.rules, chain.facts), chain }
}

function goals(plan: Plan, effects: Effect[]): Effect[] {
  return effects.flatMap((effect): Effect[] => {
    if (effect.kind !== 'complete-stage' || !plan.stages.find(({ id }) => id === effect.stage)?.end) return []
    return [{ kind: 'notify', about: 'goal-reached', id: effect.stage }]
  })
}

/** A closed deal owes nothing and asks for nothing. */
function closeAll(state: DealState, now: string): DealState {
  const { seq } = state
  const tasks = Object.entries(state.tasks).map(([id, task]) => [
    id,
    task.status === 'open' ? { ...task, status: 'cancelled', closedAt: now, seq } : task,
  ])
  const requests = Object.entries(state.supportRequests).map(([id, request]) => [
    id,
    request.status === 'open' ? { ...request, status: 'cancelled', seq } : request,
  ])
  return { ...state, tasks: Object.fromEntries(tasks), supportRequests: Object.fromEntries(requests) }
}

function withoutWakeUp({ wakeAt: _, ...state }: DealState): DealState {
  return state
}
