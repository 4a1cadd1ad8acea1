import { type Calendars, dueAfter } from '../calendar/due.ts'
import type { Plan, PlannedTrigger } from '../compile/plan.ts'
import type { DealState, SupportRequest } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import type { Held } from '../evaluate/evaluate.ts'
import { durationMs } from '../model/duration.ts'

/** Where a trigger stands in this deal: at an open stage, or on an open objection. */
type Call = { trigger: PlannedTrigger; since: string; stage?: string; objection?: string }

/** Requests the support that open stages and objections call for, and cancels open requests that are no longer called for. */
export function callSupport(
  plan: Plan,
  state: DealState,
  held: Held,
  now: string,
  calendars: Calendars,
): { supportRequests: DealState['supportRequests']; effects: Effect[] } {
  const supportRequests = { ...state.supportRequests }
  const effects: Effect[] = []
  const calls = callsOf(plan, state).filter((call) => applies(call, held, now))
  for (const [id, request] of Object.entries(supportRequests)) {
    if (request.status !== 'open' || calls.some((call) => isFor(request, call))) continue
    supportRequests[id] = { ...request, status: 'cancelled', seq: state.seq }
    effects.push({ kind: 'cancel-support', request: id })
  }
  for (const call of calls) {
    if (Object.values(supportRequests).some((request) => isStanding(request) && isFor(request, call))) continue
    const id = [call.trigger.id, call.objection, state.seq].filter((part) => part !== undefined).join('.')
    supportRequests[id] = newRequest(call, state, now, calendars)
    effects.push({ kind: 'request-support', request: id })
  }
  return { supportRequests, effects }
}

/** Every call that the deal's open stages and objections could make now or later. */
export function callsOf(plan: Plan, state: DealState): Call[] {
  const atStages = plan.stages.flatMap((stage) => {
    const run = state.stages[stage.id]
    if (run?.status !== 'open') return []
    return stage.support.map((trigger): Call => ({ trigger, since: run.openedAt ?? state.openedAt, stage: stage.id }))
  })
  const onObjections = Object.entries(state.objections).flatMap(([id, objection]) => {
    const type = plan.objectionTypes.find((one) => one.id === objection.type)
    if (!type || objection.status === 'closed') return []
    return type.support.map((trigger): Call => ({ trigger, since: objection.raisedAt, objection: id }))
  })
  return [...atStages, ...onObjections]
}

function applies({ trigger, since }: Call, held: Held, now: string): boolean {
  if (trigger.rule && !held.has(trigger.rule)) return false
  return !trigger.late || Date.parse(now) >= Date.parse(since) + durationMs(trigger.late)
}

const isStanding = (request: SupportRequest): boolean =>
  request.status !== 'cancelled' && request.askedAgain === undefined

const isFor = (request: SupportRequest, call: Call): boolean =>
  request.trigger === call.trigger.id && request.objection === call.objection

function newRequest(
  { trigger, stage, objection }: Call,
  state: DealState,
  now: string,
  calendars: Calendars,
): SupportRequest {
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
    ...(trigger.due && { dueAt: dueAfter(calendars[trigger.department ?? ''], now, trigger.due) }),
  }
}
