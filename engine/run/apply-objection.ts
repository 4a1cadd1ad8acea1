import { later } from '../calendar/due.ts'
import type { Plan } from '../compile/plan.ts'
import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState, Objection } from '../deal/deal-state.ts'
import type { ObjectionStep } from '../deal/refuse-objection.ts'
import { DomainError } from '../domain-error.ts'
import { durationMs } from '../model/duration.ts'
import { unreachable } from '../unreachable.ts'
import type { Applied } from './applied.ts'

/** The deal with an objection raised by somebody: its type says whether the stage waits and when it is due. */
export function raiseObjection(
  plan: Plan,
  state: DealState,
  event: DealEvent & { kind: 'objection-raised' },
  now: string,
): Applied {
  const type = plan.objectionTypes.find(({ id }) => id === event.type)
  const objection: Objection = {
    type: event.type,
    statement: event.statement,
    status: 'raised',
    blocks: type?.blocks ?? false,
    raisedBy: event.by,
    raisedAt: now,
    seq: state.seq,
    ...(event.stage && { stage: event.stage }),
    ...(event.about && { about: event.about }),
    ...dueOf(plan, event.type, now),
  }
  return {
    state: { ...state, objections: { ...state.objections, [event.id]: objection } },
    effects: [{ kind: 'notify', about: 'objection-raised', id: event.id }],
  }
}

/** The deal with one step taken in the life of an objection. */
export function applyObjectionStep(plan: Plan, state: DealState, event: ObjectionStep, now: string): Applied {
  const objection = state.objections[event.objection]
  if (!objection) throw new DomainError('OBJECTION_NOT_FOUND', `This deal has no objection ${event.objection}.`)
  const next: Objection = { ...nextOf(plan, objection, event, now), seq: state.seq }
  const isAssigned = event.kind === 'objection-planned' && event.owner !== undefined
  return {
    state: { ...state, objections: { ...state.objections, [event.objection]: next } },
    effects: isAssigned ? [{ kind: 'notify', about: 'objection-assigned', id: event.objection }] : [],
  }
}

function nextOf(plan: Plan, objection: Objection, event: ObjectionStep, now: string): Objection {
  switch (event.kind) {
    case 'objection-planned': {
      const { escalatedAt, ...planned } = unanswered(objection)
      const { strategy, steps, owner } = event
      const content = { status: 'planned' as const, strategy, steps, ...(owner && { owner }) }
      // A new due time is a new promise, and escalates anew; without one what is overdue stays so.
      if (event.due) return { ...planned, ...content, dueAt: event.due }
      return { ...planned, ...content, ...(escalatedAt && { escalatedAt }) }
    }
    case 'objection-implemented':
      return { ...objection, status: 'implemented', implementedBy: event.by }
    case 'objection-fed-back':
      return { ...objection, status: 'fed-back', feedback: event.feedback }
    case 'objection-supervised':
      return { ...objection, status: 'supervised', supervisedBy: event.by }
    case 'objection-closed':
      return { ...objection, status: 'closed', outcome: event.outcome, closedAt: now }
    case 'objection-reopened': {
      const { outcome: _, closedAt: __, escalatedAt: ___, dueAt: ____, ...reopened } = unanswered(objection)
      return { ...reopened, status: 'raised', reopened: event.reason, ...dueOf(plan, objection.type, now) }
    }
    default:
      return unreachable(event)
  }
}

/** What an earlier answer left: a new plan has to be implemented, fed back and supervised for itself. */
function unanswered({ implementedBy: _, feedback: __, supervisedBy: ___, owner: ____, ...objection }: Objection) {
  return objection
}

/** When an objection of a type falls due that is raised, or gets its type, now. */
export function dueOf(plan: Plan, type: string, now: string): Pick<Objection, 'dueAt'> {
  const due = plan.objectionTypes.find(({ id }) => id === type)?.due
  return due ? { dueAt: later(now, durationMs(due)) } : {}
}
