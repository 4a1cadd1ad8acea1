import type { Calendars } from '../calendar/due.ts'
import type { Plan } from '../compile/plan.ts'
import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { DomainError } from '../domain-error.ts'
import { unreachable } from '../unreachable.ts'
import type { Applied } from './applied.ts'
import { applyLock } from './apply-lock.ts'
import { applyObjectionStep, raiseObjection } from './apply-objection.ts'
import { applyPersonEvent } from './apply-people.ts'
import { applySignerEvent } from './apply-signers.ts'
import { applySupport } from './apply-support.ts'
import { applyTask } from './apply-tasks.ts'
import { adaptTo, chooseStyle, deviate } from './deviate.ts'
import { moveModel } from './move-model.ts'
import { observe } from './observe.ts'
import { readAnew } from './read-anew.ts'
import { askAgainFromHand, requestSupport } from './request-support.ts'

/** Writes into the state what an event says, before any rule is asked. The event has been let pass by both refusals. */
export function applyEvent(
  plan: Plan,
  previous: DealState | undefined,
  event: DealEvent,
  now: string,
  calendars: Calendars,
): Applied {
  if (event.kind === 'opened') return { state: openDeal(event, now), effects: [] }
  if (!previous) throw new DomainError('DEAL_NOT_FOUND', 'This deal has not been opened yet. Open it first.')
  const state: DealState = { ...previous, seq: previous.seq + 1 }
  switch (event.kind) {
    case 'interaction-recorded': {
      const { interaction } = event
      const heard = { ...interaction, by: event.by, seq: state.seq }
      return plain({
        ...state,
        effort: state.effort + (interaction.kind === 'import' ? 0 : 1),
        interactions: { ...state.interactions, [event.id]: heard },
        observations: observe(state, event.observations, event.by, interaction.at, event.id),
      })
    }
    case 'observation-withdrawn': {
      const { [event.observation]: withdrawn, ...others } = state.observations
      if (!withdrawn)
        throw new DomainError('OBSERVATION_NOT_FOUND', `This deal has no observation ${event.observation}.`)
      const mark = { withdrawnAt: now, withdrawnReason: event.reason, seq: state.seq }
      return plain({ ...state, observations: { ...others, [event.observation]: { ...withdrawn, ...mark } } })
    }
    case 'task-added':
    case 'task-completed':
    case 'task-taken-back':
      return applyTask(state, event, now)
    case 'objection-raised':
      return raiseObjection(plan, state, event, now)
    case 'objection-planned':
    case 'objection-implemented':
    case 'objection-fed-back':
    case 'objection-supervised':
    case 'objection-closed':
    case 'objection-reopened':
      return applyObjectionStep(plan, state, event, now)
    case 'support-requested':
      return requestSupport(state, event, now)
    case 'support-asked-again':
      return askAgainFromHand(applySupport(state, event, now, calendars), event, now)
    case 'support-answered':
    case 'support-taken-back':
    case 'support-routed':
    case 'support-accepted':
    case 'support-asked-back':
    case 'support-question-answered':
    case 'support-handed-over':
      return applySupport(state, event, now, calendars)
    case 'deal-locked':
    case 'deal-unlocked':
      return applyLock(state, event, now)
    case 'deviated':
      return deviate(plan, state, event, now)
    case 'person-named':
    case 'person-changed':
    case 'person-removed':
      return plain(applyPersonEvent(state, event, now))
    case 'signer-added':
    case 'signer-taken-back':
    case 'sign-off-returned':
      return plain(applySignerEvent(state, event, now))
    case 'style-chosen':
      return plain(chooseStyle(plan, state, event, now))
    case 'model-moved': {
      const { state: carried, effects } = moveModel(plan, state, event, now)
      const moved = readAnew(plan, carried, event, now)
      const about = event.undoes ? 'model-move-undone' : 'model-moved'
      return { state: moved, effects: [...effects, { kind: 'notify', about, id: String(event.version) }] }
    }
    case 'model-adapted':
      return adaptTo(plan, state, event, now)
    case 'closed':
      return plain({ ...state, status: 'closed', outcome: event.outcome, closedReason: event.reason, closedAt: now })
    case 'woken':
      return plain(state)
    default:
      return unreachable(event)
  }
}

const plain = (state: DealState): Applied => ({ state, effects: [] })

function openDeal(event: DealEvent & { kind: 'opened' }, now: string): DealState {
  const state: DealState = {
    formatVersion: 1,
    dealId: event.dealId,
    name: event.name,
    owner: event.owner,
    planHash: event.planHash,
    seq: 1,
    status: 'open',
    openedAt: now,
    effort: 0,
    interactions: {},
    observations: {},
    stages: {},
    tasks: {},
    supportRequests: {},
    objections: {},
    deviations: {},
  }
  return { ...state, observations: observe(state, event.observations, event.by, now, undefined) }
}
