import { beforeDue, type Calendars, dueAfter } from '../calendar/due.ts'
import type { Plan, PlannedTrigger } from '../compile/plan.ts'
import type { DealState, SupportRequest } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import type { Held } from '../evaluate/evaluate.ts'
import { durationMs } from '../model/duration.ts'
import { clocksOf, type StartOf } from './clocks.ts'

/** Where a trigger stands in this deal: at an open stage, or on an open objection. */
type Call = { trigger: PlannedTrigger; since: string; stage?: string; objection?: string }

/**
 * Requests the support that open stages and objections call for, and cancels open requests that are no longer called for.
 * A call that the model refuses is born refused; the refusal is lifted, and the call made, once its condition no longer holds.
 */
export function callSupport(
  plan: Plan,
  state: DealState,
  held: Held,
  now: string,
  calendars: Calendars,
): { supportRequests: DealState['supportRequests']; effects: Effect[]; isRefused: boolean } {
  const supportRequests = { ...state.supportRequests }
  const effects: Effect[] = []
  const startOf = clocksOf(plan, state, now)
  const calls = callsOf(plan, state).filter((call) => applies(call, held, now, startOf))
  for (const [id, request] of Object.entries(supportRequests)) {
    const isCalled = calls.some((call) => isFor(request, call))
    const isLifted =
      request.refusedByModel && request.seq < state.seq && calls.some((call) => lifts(request, call, held))
    if (!isLifted && (request.status !== 'open' || isCalled || request.requestedBy !== undefined)) continue
    supportRequests[id] = { ...request, status: 'cancelled', seq: state.seq }
    effects.push({ kind: 'cancel-support', request: id })
  }
  let isRefused = false
  for (const call of calls) {
    if (Object.values(supportRequests).some((request) => isStanding(request) && isFor(request, call))) continue
    const id = [call.trigger.id, call.objection, state.seq].filter((part) => part !== undefined).join('.')
    const isNo = refuses(call, held)
    supportRequests[id] = isNo ? refusedRequest(call, state, now) : newRequest(call, state, now, calendars)
    effects.push(isNo ? { kind: 'notify', about: 'support-refused', id } : { kind: 'request-support', request: id })
    isRefused ||= isNo
  }
  return { supportRequests, effects, isRefused }
}

/** Every call that the deal's open stages and objections could make now or later. */
export function callsOf(plan: Plan, state: DealState): Call[] {
  const open = plan.stages.filter(({ id }) => state.stages[id]?.status === 'open')
  const atStages = open.flatMap(({ id, support }) => {
    const since = state.stages[id]?.openedAt ?? state.openedAt
    return support.map((trigger): Call => ({ trigger, since, stage: id }))
  })
  const onObjections = Object.entries(state.objections).flatMap(([id, objection]) => {
    const type = plan.objectionTypes.find((one) => one.id === objection.type)
    if (!type || objection.status === 'closed') return []
    return type.support.map((trigger): Call => ({ trigger, since: objection.raisedAt, objection: id }))
  })
  return [...atStages, ...onObjections]
}

function applies(call: Call, held: Held, now: string, startOf: StartOf): boolean {
  if (call.trigger.rule && !held.has(call.trigger.rule)) return false
  if (!call.trigger.late) return true
  const from = lateFrom(call, startOf)
  return from !== undefined && Date.parse(now) >= from
}

/** The instant, in milliseconds, from which a late call is made; undefined where none is, or its time has not started. */
export function lateFrom({ trigger: { late, lateFrom }, since }: Call, startOf: StartOf): number | undefined {
  const start = late && startOf(since, lateFrom)
  return late && start !== undefined ? start + durationMs(late) : undefined
}

const refuses = ({ trigger }: Call, held: Held): boolean =>
  trigger.refusesRule !== undefined && held.has(trigger.refusesRule)

const lifts = (request: SupportRequest, call: Call, held: Held): boolean =>
  isFor(request, call) && request.askedAgain === undefined && !refuses(call, held)

const isStanding = (request: SupportRequest): boolean =>
  request.status !== 'cancelled' && request.askedAgain === undefined

const isFor = (request: SupportRequest, call: Call): boolean =>
  request.trigger === call.trigger.id && request.objection === call.objection

function newRequest(call: Call, state: DealState, now: string, calendars: Calendars): SupportRequest {
  const { due, remindBefore, department = '' } = call.trigger
  const remindAt = due && remindBefore && beforeDue(calendars[department], now, due, remindBefore)
  return {
    ...asked(call, state, now),
    ...(due && { dueAt: dueAfter(calendars[department], now, due) }),
    ...(remindAt && { remindAt }),
  }
}

const refusedRequest = (call: Call, state: DealState, now: string): SupportRequest => ({
  ...asked(call, state, now),
  status: 'answered',
  verdict: 'refused',
  note: call.trigger.refusal ?? '',
  answeredAt: now,
  refusedByModel: true,
})

function asked({ trigger, stage, objection }: Call, state: DealState, now: string): SupportRequest {
  return {
    name: trigger.name,
    trigger: trigger.id,
    department: trigger.department ?? '',
    status: 'open',
    blocks: trigger.blocks,
    openedAt: now,
    seq: state.seq,
    ...(stage && { stage }),
    ...(objection && { objection }),
  }
}
