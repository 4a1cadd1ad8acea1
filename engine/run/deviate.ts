import type { Change } from '../compare/change.ts'
import type { Plan } from '../compile/plan.ts'
import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState, Deviation } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import { unreachable } from '../unreachable.ts'
import type { Applied } from './applied.ts'
import { addTask } from './apply-tasks.ts'
import { moveModel } from './move-model.ts'

/** The deal after a step outside the model; it is recorded with its reason, and with what it is about in the words of then. */
export function deviate(plan: Plan, state: DealState, event: DealEvent & { kind: 'deviated' }, now: string): Applied {
  const { deviation } = event
  const effects: Effect[] = [{ kind: 'notify', about: 'deviated', id: event.id }]
  switch (deviation.kind) {
    case 'skip-stage': {
      const about = { target: deviation.stage, stage: deviation.stage, ...named(plan.stages, deviation.stage) }
      const recorded = record(state, event, { kind: deviation.kind, ...about }, now)
      const run = { ...state.stages[deviation.stage], status: 'skipped' as const, completedAt: now, seq: state.seq }
      return { state: { ...recorded, stages: { ...state.stages, [deviation.stage]: run } }, effects }
    }
    case 'drop-action': {
      const stage = plan.stages.find(({ actions }) => actions.some(({ id }) => id === deviation.action))
      const name = named(stage?.actions ?? [], deviation.action)
      const about = { target: deviation.action, ...(stage && { stage: stage.id }), ...name }
      return { state: record(state, event, { kind: deviation.kind, ...about }, now), effects }
    }
    case 'add-action': {
      const { kind, stage, name } = deviation
      const recorded = record(state, event, { kind, target: stage, stage, name }, now)
      const added = addTask(recorded, { ...deviation, id: event.id }, now)
      return { state: added.state, effects: [...effects, ...added.effects] }
    }
    default:
      return unreachable(deviation)
  }
}

/** The deal in another style. */
export function chooseStyle(
  plan: Plan,
  state: DealState,
  event: DealEvent & { kind: 'style-chosen' },
  now: string,
): DealState {
  const { style } = event
  const about = { kind: 'choose-style', target: style, ...named(plan.styles, style) }
  return { ...record(state, event, about, now), style }
}

/** The deal with its choice of a style marked as one against what the model suggested, where it suggested only others. */
export function noteSuggested(state: DealState, deviationId: string, suggested: string[]): DealState {
  const deviation = state.deviations[deviationId]
  if (!deviation || suggested.length === 0 || suggested.includes(deviation.target)) return state
  return { ...state, deviations: { ...state.deviations, [deviationId]: { ...deviation, suggested } } }
}

/** The deal on its own changed model. */
export function adaptTo(
  plan: Plan,
  state: DealState,
  event: DealEvent & { kind: 'model-adapted' },
  now: string,
): Applied {
  const { changes } = event
  const [first] = changes
  const stage = first && stageOf(plan, first)
  const { state: adapted, effects } = moveModel(plan, state, event, now)
  const about = { kind: 'adapt-model', target: first?.place.id ?? '', ...(stage !== undefined && { stage }), changes }
  return {
    state: record(adapted, event, about, now),
    effects: [{ kind: 'notify', about: 'deviated', id: event.id }, ...effects],
  }
}

/** The stage that a change is made at, as far as the change and the plan say. */
function stageOf(plan: Plan, change: Change): string | undefined {
  const { place } = change
  if (place.kind === 'stage') return place.id
  const seat = 'to' in change ? change.to : 'from' in change ? change.from : undefined
  if (seat?.in.kind === 'stage') return seat.in.id
  return plan.stages.find(({ actions }) => actions.some(({ id }) => id === place.id))?.id
}

const named = (things: { id: string; name: string }[], id: string): Pick<Deviation, 'name'> => {
  const name = things.find((thing) => thing.id === id)?.name
  return name === undefined ? {} : { name }
}

function record(
  state: DealState,
  { id, by, reason }: { id: string; by: string; reason: string },
  about: Omit<Deviation, 'reason' | 'by' | 'at' | 'seq'>,
  now: string,
): DealState {
  const deviation = { ...about, reason, by, at: now, seq: state.seq }
  return { ...state, deviations: { ...state.deviations, [id]: deviation } }
}
