import type { Calendars } from '../calendar/due.ts'
import type { Plan } from '../compile/plan.ts'
import { type DealEvent, type DealEventInput, dealEventSchema } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import { DomainError } from '../domain-error.ts'
import { durationMs } from '../model/duration.ts'
import { outcomeOf } from '../model/objection-type.ts'
import type { PlayedFact, PlayStep } from '../model/scenario.ts'
import { advance } from '../run/advance.ts'
import { unreachable } from '../unreachable.ts'

/** A played deal after a step. `refused` says why the step could not be taken; the deal is then as it was. */
export type Snapshot = { now: string; state: DealState; effects: Effect[]; refused?: string }

/** Wake-ups that one wait may take; far more than a drawn model has deadlines. */
const mostWakeUps = 500
const seller = 'seller'
const colleague = 'colleague'

/**
 * Plays steps against a plan, from an instant on: the deal as it is opened, then as it is after each step. It takes the
 * very steps that a real deal takes, so what is seen is what will happen. Pure.
 */
export async function play(
  plan: Plan,
  steps: readonly PlayStep[],
  start: string,
  calendars: Calendars = {},
): Promise<Snapshot[]> {
  const snapshots = [await beginPlay(plan, start, calendars)]
  for (const step of steps) {
    const before = snapshots.at(-1)
    if (before) snapshots.push(await playOn(plan, before, step, calendars))
  }
  return snapshots
}

/** A deal that has just been opened, to be played with. */
export async function beginPlay(plan: Plan, start: string, calendars: Calendars = {}): Promise<Snapshot> {
  const event = happening({
    kind: 'opened',
    id: 'opened',
    by: seller,
    dealId: 'play',
    planHash: plan.hash,
    name: plan.name,
    owner: seller,
  })
  const { state, effects } = await advance(plan, undefined, event, start, calendars)
  return { now: start, state, effects }
}

/** The played deal after one more step. A step that has no place in it changes nothing, and says so. */
export async function playOn(
  plan: Plan,
  before: Snapshot,
  step: PlayStep,
  calendars: Calendars = {},
): Promise<Snapshot> {
  if (step.kind === 'wait') return waitFor(plan, before, durationMs(step.for), calendars)
  try {
    let { state } = before
    const effects: Effect[] = []
    for (const event of eventsOf(step, before)) {
      const taken = await advance(plan, state, event, before.now, calendars)
      state = taken.state
      effects.push(...taken.effects)
    }
    return { now: before.now, state, effects }
  } catch (error) {
    if (error instanceof DomainError) return { ...before, effects: [], refused: error.message }
    throw error
  }
}

/** Moves the clock, and wakes the deal at each instant at which it wants to be woken. */
async function waitFor(
  plan: Plan,
  { now, state: from }: Snapshot,
  ms: number,
  calendars: Calendars,
): Promise<Snapshot> {
  const until = new Date(Date.parse(now) + ms).toISOString()
  let state = from
  const effects: Effect[] = []
  for (let n = 0; state.wakeAt && state.wakeAt <= until && n < mostWakeUps; n += 1) {
    const event = happening({ kind: 'woken', id: `woken ${state.seq}`, by: 'clock' })
    const taken = await advance(plan, state, event, state.wakeAt, calendars)
    state = taken.state
    effects.push(...taken.effects)
  }
  return { now: until, state, effects }
}

function eventsOf(step: Exclude<PlayStep, { kind: 'wait' }>, { state, now }: Snapshot): DealEvent[] {
  const id = `play ${String(state.seq).padStart(5, '0')}`
  const base = { id, by: seller }
  switch (step.kind) {
    case 'learn': {
      const interaction = { kind: 'meeting' as const, at: now, participants: [] }
      return [
        happening({ kind: 'interaction-recorded', ...base, interaction, observations: learnt(step.facts, id, now) }),
      ]
    }
    case 'withdraw': {
      const found = Object.entries(state.observations).filter(([, one]) => one.fact === step.fact && !one.withdrawnAt)
      if (found.length === 0)
        throw new DomainError('OBSERVATION_NOT_FOUND', `Nobody has observed ${step.fact} in this play.`)
      return found.map(([observation], n) =>
        happening({ kind: 'observation-withdrawn', id: `${id}.${n}`, by: seller, observation, reason: 'play' }),
      )
    }
    case 'do': {
      const open = Object.entries(state.tasks).find(([, task]) => task.action === step.action && task.status === 'open')
      if (!open) throw new DomainError('TASK_NOT_FOUND', `No task is open for the action ${step.action}.`)
      return [happening({ kind: 'task-completed', ...base, task: open[0] })]
    }
    case 'answer': {
      const open = Object.entries(state.supportRequests).find(
        ([, request]) => request.trigger === step.trigger && request.status === 'open',
      )
      if (!open)
        throw new DomainError('SUPPORT_REQUEST_NOT_FOUND', `No request is open for the support ${step.trigger}.`)
      const observations = learnt(step.facts, id, now)
      const said = { request: open[0], verdict: step.verdict, note: 'play', observations }
      return [happening({ kind: 'support-answered', id, by: colleague, ...said })]
    }
    case 'object': {
      const stage = step.stage ?? Object.keys(state.stages).find((one) => state.stages[one]?.status === 'open')
      const raised = { type: step.type, statement: step.type, ...(stage && { stage }) }
      return [happening({ kind: 'objection-raised', ...base, ...raised })]
    }
    case 'settle':
      return settled(step.type, state, id)
    case 'choose-style':
      return [happening({ kind: 'style-chosen', ...base, style: step.style, reason: 'play' })]
    case 'skip': {
      const deviation = { kind: 'skip-stage' as const, stage: step.stage }
      return [happening({ kind: 'deviated', ...base, deviation, reason: 'play' })]
    }
    default:
      return unreachable(step)
  }
}

/** The rest of the life of the oldest open objection of a type, up to its close. */
function settled(type: string, { objections }: DealState, id: string): DealEvent[] {
  const open = Object.entries(objections).find(([, one]) => one.type === type && one.status !== 'closed')
  if (!open) throw new DomainError('OBJECTION_NOT_FOUND', `No objection of the type ${type} is open.`)
  const [objection, { status, strategy = 'answer' }] = open
  const life: DealEventInput[] = [
    { kind: 'objection-planned', id: `${id}.1`, by: seller, objection, strategy, steps: ['play'] },
    { kind: 'objection-implemented', id: `${id}.2`, by: seller, objection },
    { kind: 'objection-fed-back', id: `${id}.3`, by: seller, objection, feedback: 'play' },
    { kind: 'objection-supervised', id: `${id}.4`, by: colleague, objection },
    { kind: 'objection-closed', id: `${id}.5`, by: seller, objection, outcome: outcomeOf[strategy] },
  ]
  const done = ['raised', 'planned', 'implemented', 'fed-back', 'supervised'].indexOf(status)
  return life.slice(done).map(happening)
}

const learnt = (facts: readonly PlayedFact[], id: string, now: string) =>
  facts.map(({ age, ...fact }, n) => ({
    ...fact,
    id: `${id}.${n}`,
    at: new Date(Date.parse(now) - (age ? durationMs(age) : 0)).toISOString(),
  }))

const happening = (event: DealEventInput): DealEvent => dealEventSchema.parse(event)
