import { DomainError } from '../domain-error.ts'
import { outcomeOf } from '../model/objection-type.ts'
import { unreachable } from '../unreachable.ts'
import type { DealEvent } from './deal-event.ts'
import type { DealState, Objection, ObjectionStatus } from './deal-state.ts'

export type ObjectionStep = Extract<
  DealEvent,
  {
    kind:
      | 'objection-planned'
      | 'objection-implemented'
      | 'objection-fed-back'
      | 'objection-supervised'
      | 'objection-closed'
      | 'objection-reopened'
  }
>

/** What each step in an objection's life follows on. The customer's feedback and a supervisor both can send it back to the plan. */
const follows: Record<ObjectionStep['kind'], ObjectionStatus[]> = {
  'objection-planned': ['raised', 'planned', 'fed-back', 'supervised'],
  'objection-implemented': ['planned'],
  'objection-fed-back': ['implemented'],
  'objection-supervised': ['fed-back'],
  'objection-closed': ['supervised'],
  'objection-reopened': ['closed'],
}

/** Whether a step comes out of turn, is taken by the wrong person, or closes an objection otherwise than was planned. */
export function refuseObjectionStep(state: DealState, event: ObjectionStep): DomainError | undefined {
  const id = event.objection
  const objection = state.objections[id]
  if (!objection)
    return new DomainError('OBJECTION_NOT_FOUND', `This deal has no objection ${id}. Reload the deal and try again.`, {
      id,
    })
  const from = follows[event.kind]
  if (!from.includes(objection.status))
    return new DomainError(
      'OBJECTION_STEP_OUT_OF_ORDER',
      `The objection is ${objection.status}; this step follows on ${from.join(' or ')}.`,
      { objection: id, status: objection.status },
    )
  switch (event.kind) {
    case 'objection-supervised':
      return refuseSupervisor(objection, event)
    case 'objection-closed':
      return refuseOutcome(objection, event)
    case 'objection-planned':
    case 'objection-implemented':
    case 'objection-fed-back':
    case 'objection-reopened':
      return undefined
    default:
      return unreachable(event)
  }
}

const refuseSupervisor = (objection: Objection, { objection: id, by }: ObjectionStep): DomainError | undefined =>
  objection.implementedBy === by
    ? new DomainError(
        'OBJECTION_SUPERVISOR_IS_IMPLEMENTER',
        'Who implemented the answer cannot supervise it. Ask a colleague or the manager.',
        { objection: id },
      )
    : undefined

function refuseOutcome(
  { strategy }: Objection,
  { objection: id, outcome }: ObjectionStep & { kind: 'objection-closed' },
): DomainError | undefined {
  if (!strategy || outcome === outcomeOf[strategy]) return undefined
  return new DomainError(
    'OBJECTION_OUTCOME_NOT_PLANNED',
    `The plan leads to “${outcomeOf[strategy]}”, not to “${outcome}”. Plan it anew with another strategy to close it so.`,
    { objection: id, outcome, planned: outcomeOf[strategy] },
  )
}
