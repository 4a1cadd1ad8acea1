import { DomainError } from '../domain-error.ts'
import { unreachable } from '../unreachable.ts'
import type { DealEvent } from './deal-event.ts'
import type { DealState } from './deal-state.ts'
import type { PersonInput } from './person.ts'
import { refuseLock, refuseWhileLocked } from './refuse-lock.ts'
import { refuseObjectionStep } from './refuse-objection.ts'
import { refuseSupport } from './refuse-support.ts'

/**
 * Whether a deal in this state has to refuse an event, judged by the state alone: what needs the plan is judged by
 * `refuseByPlan`. Synchronous and pure, so that a workflow's validator can ask it before the event reaches history.
 */
export function refuse(state: DealState | undefined, event: DealEvent): DomainError | undefined {
  if (event.kind === 'opened')
    return (
      state && new DomainError('DEAL_ALREADY_OPEN', `The deal “${state.name}” is open already.`, { deal: state.dealId })
    )
  if (!state) return new DomainError('DEAL_NOT_FOUND', 'This deal has not been opened yet. Open it first.')
  if (event.kind === 'woken') return undefined
  if (state.status === 'closed')
    return new DomainError(
      'DEAL_CLOSED',
      `The deal “${state.name}” is closed and takes no more changes. Open a new deal if it comes back.`,
      { deal: state.dealId },
    )
  switch (event.kind) {
    case 'model-adapted':
    case 'interaction-recorded':
    case 'task-added':
    case 'objection-raised':
    case 'style-chosen':
    case 'signer-added':
    case 'sign-off-returned':
    case 'support-requested':
      return undefined
    case 'person-named':
      return refuseDelegate(state, event.id, event)
    case 'closed':
      return refuseWhileLocked(state, event)
    case 'deal-locked':
    case 'deal-unlocked':
      return refuseLock(state, event)
    case 'person-changed':
      return refusePerson(state, event.person) ?? refuseDelegate(state, event.person, event)
    case 'person-removed':
      return refusePerson(state, event.person)
    case 'signer-taken-back':
      return refuseTakingBack(state, event.signer)
    case 'deviated':
      return refuseDeviation(state, event) ?? refuseWhileLocked(state, event)
    case 'observation-withdrawn': {
      const observation = state.observations[event.observation]
      if (!observation) return missing('OBSERVATION_NOT_FOUND', 'observation', event.observation)
      return observation.withdrawnAt
        ? new DomainError('OBSERVATION_WITHDRAWN', `Observation ${event.observation} was already withdrawn.`, {
            observation: event.observation,
          })
        : undefined
    }
    case 'model-moved':
      if (state.own && !event.own) return wouldLoseOwn(state)
      return state.planHash === event.planHash && state.version === event.version
        ? new DomainError('VERSION_UNCHANGED', `The deal “${state.name}” runs on version ${event.version} already.`, {
            deal: state.dealId,
            version: event.version,
          })
        : refuseReadAnew(state, event)
    case 'task-completed':
      return refuseTask(state, event.task, event.by)
    case 'task-taken-back':
      return refuseTakingTaskBack(state, event.task)
    case 'support-answered':
    case 'support-taken-back':
    case 'support-asked-again':
    case 'support-routed':
    case 'support-accepted':
    case 'support-asked-back':
    case 'support-question-answered':
    case 'support-handed-over':
      return refuseSupport(state, event)
    case 'objection-planned':
    case 'objection-implemented':
    case 'objection-fed-back':
    case 'objection-supervised':
    case 'objection-closed':
    case 'objection-reopened':
      return refuseObjectionStep(state, event)
    default:
      return unreachable(event)
  }
}

/** What is said to stand for something of the new model has to be there, and still be owed. */
function refuseReadAnew(
  state: DealState,
  { tasks = {}, objections = {} }: DealEvent & { kind: 'model-moved' },
): DomainError | undefined {
  const objection = Object.keys(objections).find((id) => state.objections[id] === undefined)
  if (objection !== undefined) return missing('OBJECTION_NOT_FOUND', 'objection', objection)
  return Object.keys(tasks)
    .map((id) => refuseTakingTaskBack(state, id))
    .find((refusal) => refusal)
}

function missing(
  code: 'OBSERVATION_NOT_FOUND' | 'OBJECTION_NOT_FOUND' | 'TASK_NOT_FOUND' | 'PERSON_NOT_FOUND' | 'SIGNER_NOT_FOUND',
  what: string,
  id: string,
) {
  return new DomainError(code, `This deal has no ${what} ${id}. Reload the deal and try again.`, { id })
}

function wouldLoseOwn({ dealId, name, own = [] }: DealState): DomainError {
  return new DomainError(
    'OWN_CHANGES_CONFLICT',
    `The deal “${name}” does something otherwise than its version, which a move would lose. Take it back on the deal first, then move it.`,
    { deal: dealId, places: [...new Set(own.map(({ place }) => place.id))] },
  )
}

function refusePerson(state: DealState, id: string): DomainError | undefined {
  const person = state.people?.[id]
  if (!person) return missing('PERSON_NOT_FOUND', 'person', id)
  return person.leftAt === undefined
    ? undefined
    : new DomainError('PERSON_REMOVED', `${person.name} no longer takes part in this deal. Name them anew.`, {
        person: id,
      })
}

function refuseDelegate(state: DealState, id: string, { away }: Pick<PersonInput, 'away'>): DomainError | undefined {
  if (away?.delegate === undefined) return undefined
  const delegate = state.people?.[away.delegate]
  return delegate && delegate.leftAt === undefined && away.delegate !== id
    ? undefined
    : new DomainError('DELEGATE_UNKNOWN', 'Choose as the delegate somebody else who takes part in this deal.', {
        delegate: away.delegate,
      })
}

function refuseTakingBack(state: DealState, id: string): DomainError | undefined {
  const signer = state.signers?.[id]
  if (!signer) return missing('SIGNER_NOT_FOUND', 'added signer', id)
  return signer.takenBackAt === undefined
    ? undefined
    : new DomainError('SIGNER_TAKEN_BACK', `“${signer.name}” was already taken back.`, { signer: id })
}

function refuseTask(state: DealState, id: string, by: string): DomainError | undefined {
  const task = state.tasks[id]
  if (!task) return missing('TASK_NOT_FOUND', 'task', id)
  if (task.status !== 'open')
    return new DomainError('TASK_CLOSED', `The task “${task.name}” is no longer owed.`, { task: id })
  if (task.assignee !== by)
    return new DomainError(
      'TASK_NOT_YOURS',
      `The task “${task.name}” is owed by somebody else, who has to complete it.`,
      { task: id, assignee: task.assignee },
    )
  return undefined
}

function refuseTakingTaskBack(state: DealState, id: string): DomainError | undefined {
  const task = state.tasks[id]
  if (!task) return missing('TASK_NOT_FOUND', 'task', id)
  if (task.status !== 'open')
    return new DomainError('TASK_CLOSED', `The task “${task.name}” is no longer owed.`, { task: id })
  return task.action === undefined
    ? undefined
    : new DomainError('TASK_OF_MODEL', `The model asks for the task “${task.name}”. Drop its action instead.`, {
        task: id,
      })
}

function refuseDeviation(state: DealState, event: DealEvent & { kind: 'deviated' }): DomainError | undefined {
  if (event.deviation.kind !== 'skip-stage') return undefined
  const run = state.stages[event.deviation.stage]
  if (!run)
    return new DomainError('STAGE_UNKNOWN', `This deal has no stage ${event.deviation.stage}.`, {
      stage: event.deviation.stage,
    })
  return run.status === 'completed' || run.status === 'skipped'
    ? new DomainError('STAGE_ALREADY_PASSED', `The stage ${event.deviation.stage} is already ${run.status}.`, {
        stage: event.deviation.stage,
      })
    : undefined
}
