import type { Plan } from '../compile/plan.ts'
import type { DealEvent, ObservationInput } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { durationMs } from '../model/duration.ts'
import type { PlayedFact, PlayStep } from '../model/scenario.ts'
import { leapOf } from './leap-of.ts'

/** What happened to a deal, when, and how the deal stood before it. */
export type Happened = { event: DealEvent; at: string; before: DealState | undefined }

/** What a deal did, as a play. `left`: things that happened and have no place in a play, such as people who were named. */
export type RecordedPlay = { start: string; steps: PlayStep[]; left: number }

/** Nobody's words go into a drawing: of a text it only counts that it is known. */
const unsaid = '…'
const minute = 60_000

/** What a deal did up to some moment, told so that it can be played on any drawing. Pure. Undefined before it was opened. */
export function recordedPlay(plan: Plan, happened: readonly Happened[]): RecordedPlay | undefined {
  const [opened] = happened
  if (!opened) return undefined
  const steps: PlayStep[] = []
  let clock = Date.parse(opened.at)
  let left = 0
  for (const one of happened) {
    const taken = stepsOf(plan, one)
    if (!taken) left += 1
    if (!taken || taken.length === 0) continue
    const waited = Date.parse(one.at) - clock
    if (waited >= minute) {
      const leap = leapOf(waited)
      steps.push({ kind: 'wait', for: leap })
      clock += durationMs(leap)
    }
    steps.push(...taken)
  }
  return { start: opened.at, steps, left }
}

/** The steps of one event; none where it only lets time pass, undefined where a play has no place for it. */
function stepsOf(plan: Plan, { event, at, before }: Happened): PlayStep[] | undefined {
  switch (event.kind) {
    case 'opened':
    case 'interaction-recorded':
      return event.observations.length > 0 ? [{ kind: 'learn', facts: facts(plan, event.observations, at) }] : []
    case 'observation-withdrawn': {
      const fact = before?.observations[event.observation]?.fact
      return fact ? [{ kind: 'withdraw', fact }] : undefined
    }
    case 'task-completed': {
      const action = before?.tasks[event.task]?.action
      return action ? [{ kind: 'do', action }] : undefined
    }
    case 'support-answered': {
      const trigger = before?.supportRequests[event.request]?.trigger
      return trigger
        ? [{ kind: 'answer', trigger, verdict: event.verdict, facts: facts(plan, event.observations, at) }]
        : undefined
    }
    case 'objection-raised':
      return [{ kind: 'object', type: event.type, ...(event.stage && { stage: event.stage }) }]
    case 'objection-closed': {
      const type = before?.objections[event.objection]?.type
      return type ? [{ kind: 'settle', type }] : undefined
    }
    case 'style-chosen':
      return [{ kind: 'choose-style', style: event.style }]
    case 'deviated':
      return event.deviation.kind === 'skip-stage' ? [{ kind: 'skip', stage: event.deviation.stage }] : undefined
    case 'woken':
    case 'objection-planned':
    case 'objection-implemented':
    case 'objection-fed-back':
    case 'objection-supervised':
      return []
    default:
      return undefined
  }
}

function facts({ observable }: Plan, observations: readonly ObservationInput[], now: string): PlayedFact[] {
  return observations.map(({ fact, value, grade, at = now }) => {
    const age = Date.parse(now) - Date.parse(at)
    return {
      fact,
      value: observable[fact]?.kind === 'text' ? unsaid : value,
      grade,
      ...(age >= minute && { age: leapOf(age) }),
    }
  })
}
