import type { GuardedBy, Plan, PlannedStage } from '../compile/plan.ts'
import type { DealState, StageRun, StageStatus } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import { lockedBy } from '../deal/refuse-lock.ts'
import type { Holds } from '../evaluate/evaluate.ts'
import { type Readers, readersOf } from './readers.ts'

/** Statuses that are no longer those of the state that the step began with. */
type Moved = Map<string, StageStatus>
type Run = { plan: Plan; readers: Readers; state: DealState; holds: Holds }

const isPassed = (status: StageStatus) => status === 'completed' || status === 'skipped'
const statusIn = (state: DealState, id: string): StageStatus => state.stages[id]?.status ?? 'waiting'

/**
 * Opens, completes and reopens stages until nothing changes. First what no longer rests on anything falls back, then what
 * is met moves on; the rules that hold do not change meanwhile, so a stage changes at most once in each direction.
 *
 * A step leaves behind a deal in which every stage stands rightly. So the next has to ask only the rules of stages that read
 * what it `touched`, of open stages, and of what those bring after them. Where `touched` is left out, all are asked.
 */
export async function cascade(
  plan: Plan,
  state: DealState,
  holds: Holds,
  now: string,
  touched?: ReadonlySet<string>,
): Promise<{ stages: DealState['stages']; effects: Effect[] }> {
  const run: Run = { plan, readers: readersOf(plan), state, holds }
  const asked = touched ? [...new Set([...touched].flatMap((fact) => run.readers.reading(fact)))] : plan.stages
  const fallen = await fallBack(run, asked, !touched)
  const after = await moveOn(run, fallen, asked, heldStages(plan, state))
  // A plan's first step on a deal writes every stage, in the order of the drawing; later ones write what changes.
  const changed = touched ? plan.stages.filter(({ id }) => after.has(id)) : plan.stages
  if (changed.length === 0) return { stages: state.stages, effects: [] }
  const effects: Effect[] = []
  const stages: DealState['stages'] = touched ? { ...state.stages } : {}
  for (const { id } of changed) {
    const was = statusIn(state, id)
    const is = after.get(id) ?? was
    stages[id] = nextRun(state.stages[id], is, now, state.seq)
    if (was === is) continue
    if (was === 'completed') effects.push({ kind: 'reopen-stage', stage: id })
    if (is === 'open' || (was === 'waiting' && is === 'completed')) effects.push({ kind: 'open-stage', stage: id })
    if (is === 'completed') effects.push({ kind: 'complete-stage', stage: id })
  }
  return { stages, effects }
}

/**
 * Keeps what is still supported from the start on: reached through passed stages, and, where completed, still resting on facts.
 * What no longer has one of its rules takes with it all that was reached through it, and what has other support comes back.
 */
async function fallBack(run: Run, asked: readonly PlannedStage[], isAll: boolean): Promise<Moved> {
  const { state, holds } = run
  const shaken = new Set<PlannedStage>()
  const shake = (stage: PlannedStage) => {
    const status = statusIn(state, stage.id)
    if (status !== 'waiting' && status !== 'skipped') shaken.add(stage)
  }
  for (const stage of asked) if (isAll || !(await restsOnAll(run, stage))) shake(stage)
  for (const stage of shaken) if (isPassed(statusIn(state, stage.id))) run.readers.after(stage.id).forEach(shake)
  const kept: Moved = new Map([...shaken].map(({ id }) => [id, 'waiting']))
  for (let changed = true; changed; ) {
    changed = false
    for (const stage of shaken) {
      if (kept.get(stage.id) !== 'waiting') continue
      if (!(await isReached(run, stage, kept, 'kept'))) continue
      const was = statusIn(state, stage.id)
      kept.set(stage.id, was === 'completed' && !(await holds(stage.kept)) ? 'open' : was)
      changed = true
    }
  }
  return kept
}

/** Whether all that a stage can rest on is there: then it stands, whichever way it was reached. */
async function restsOnAll({ state, holds }: Run, { id, kept, entry, incoming }: PlannedStage): Promise<boolean> {
  const completion = statusIn(state, id) === 'completed' ? kept : undefined
  for (const rule of [completion, entry?.kept, ...incoming.map(({ rule }) => rule?.kept)])
    if (rule && !(await holds(rule))) return false
  return true
}

async function moveOn(
  run: Run,
  fallen: Moved,
  asked: readonly PlannedStage[],
  blocked: ReadonlySet<string>,
): Promise<Moved> {
  const { plan, readers, state, holds } = run
  const moved: Moved = new Map(fallen)
  const queue = new Set(asked)
  const enqueue = (id: string) => {
    const stage = readers.byId.get(id)
    if (!stage) return
    queue.delete(stage)
    queue.add(stage)
  }
  for (const id of fallen.keys()) enqueue(id)
  for (const { id } of plan.stages) {
    const stood = state.stages[id]
    if (stood?.status === 'open') enqueue(id)
    else if (stood?.status === 'skipped' && stood.seq === state.seq)
      for (const next of readers.after(id)) enqueue(next.id)
  }
  // A set gives what is added, and what is added again, after all that is in it: so it is a queue.
  for (const stage of queue) {
    const status = moved.get(stage.id) ?? statusIn(state, stage.id)
    if (status === 'waiting' && (await isReached(run, stage, moved, 'now'))) {
      moved.set(stage.id, 'open')
      enqueue(stage.id)
    } else if (status === 'open' && !blocked.has(stage.id) && (await holds(stage.exit))) {
      moved.set(stage.id, 'completed')
      for (const next of readers.after(stage.id)) enqueue(next.id)
    }
  }
  return moved
}

/** Whether a stage may be entered: by its own condition, and through stages that are passed. */
async function isReached(
  { state, holds }: Run,
  { start, join, incoming, entry }: PlannedStage,
  moved: Moved,
  which: keyof GuardedBy,
): Promise<boolean> {
  if (entry && !(await holds(entry[which]))) return false
  if (start) return true
  for (const { from, rule } of incoming) {
    const isTaken = isPassed(moved.get(from) ?? statusIn(state, from)) && (!rule || (await holds(rule[which])))
    if (isTaken !== (join === 'all')) return isTaken
  }
  return join === 'all'
}

/** Stages that do not complete, whatever is known: those with a blocking objection, and all of a deal that is locked. */
function heldStages(plan: Plan, state: DealState): ReadonlySet<string> {
  if (lockedBy(state).length > 0) return new Set(plan.stages.map(({ id }) => id))
  const blocking = Object.values(state.objections).filter(({ blocks, status }) => blocks && status !== 'closed')
  return new Set(blocking.flatMap(({ stage }) => stage ?? []))
}

function nextRun(run: StageRun | undefined, status: StageStatus, now: string, seq: number): StageRun {
  if (run?.status === status) return run
  switch (status) {
    case 'waiting':
      return { status, seq }
    case 'open':
      return { status, openedAt: now, seq }
    case 'completed':
      return { status, openedAt: run?.openedAt ?? now, completedAt: now, seq }
    case 'skipped':
      return { status, ...(run?.openedAt && { openedAt: run.openedAt }), completedAt: now, seq }
  }
}
