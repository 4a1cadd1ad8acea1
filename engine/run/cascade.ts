import type { GuardedBy, Plan, PlannedStage } from '../compile/plan.ts'
import type { DealState, StageRun, StageStatus } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import type { Held } from '../evaluate/evaluate.ts'

type Statuses = Map<string, StageStatus>

const isPassed = (status: StageStatus | undefined) => status === 'completed' || status === 'skipped'

/**
 * Opens, completes and reopens stages until nothing changes. First what no longer rests on anything falls back, then what
 * is met moves on; the rules that hold do not change meanwhile, so a stage changes at most once in each direction.
 */
export function cascade(
  plan: Plan,
  state: DealState,
  held: Held,
  now: string,
): { stages: DealState['stages']; effects: Effect[] } {
  const before: Statuses = new Map(plan.stages.map(({ id }) => [id, state.stages[id]?.status ?? 'waiting']))
  const fallen = fallBack(plan, before, held)
  const after = moveOn(plan, fallen, held, stagesHeldByObjections(state))
  const effects: Effect[] = []
  const stages: DealState['stages'] = {}
  for (const { id } of plan.stages) {
    const was = before.get(id) ?? 'waiting'
    const is = after.get(id) ?? 'waiting'
    stages[id] = nextRun(state.stages[id], is, now, state.seq)
    if (was === is) continue
    if (was === 'completed') effects.push({ kind: 'reopen-stage', stage: id })
    if (is === 'open' || (was === 'waiting' && is === 'completed')) effects.push({ kind: 'open-stage', stage: id })
    if (is === 'completed') effects.push({ kind: 'complete-stage', stage: id })
  }
  return { stages, effects }
}

/** Keeps what is still supported from the start on: reached through passed stages, and, where completed, still resting on facts. */
function fallBack(plan: Plan, before: Statuses, held: Held): Statuses {
  const kept: Statuses = new Map()
  for (let changed = true; changed; ) {
    changed = false
    for (const stage of plan.stages) {
      const status = before.get(stage.id) ?? 'waiting'
      if (kept.has(stage.id) || status === 'waiting') continue
      if (
        status !== 'skipped' &&
        !(isReached(stage, kept, (rule) => held.has(rule.kept)) && (!stage.entry || held.has(stage.entry.kept)))
      )
        continue
      kept.set(stage.id, status === 'completed' && !held.has(stage.kept) ? 'open' : status)
      changed = true
    }
  }
  return kept
}

function moveOn(plan: Plan, from: Statuses, held: Held, blocked: ReadonlySet<string>): Statuses {
  const statuses: Statuses = new Map(from)
  for (let changed = true; changed; ) {
    changed = false
    for (const stage of plan.stages) {
      const status = statuses.get(stage.id) ?? 'waiting'
      const next = nextStatus(stage, status, statuses, held, blocked)
      if (next === status) continue
      statuses.set(stage.id, next)
      changed = true
    }
  }
  return statuses
}

function nextStatus(
  stage: PlannedStage,
  status: StageStatus,
  statuses: Statuses,
  held: Held,
  blocked: ReadonlySet<string>,
): StageStatus {
  if (status === 'waiting') {
    const enters =
      isReached(stage, statuses, (rule) => held.has(rule.now)) && (!stage.entry || held.has(stage.entry.now))
    return enters ? 'open' : 'waiting'
  }
  return status === 'open' && held.has(stage.exit) && !blocked.has(stage.id) ? 'completed' : status
}

function isReached(stage: PlannedStage, statuses: Statuses, holds: (rule: GuardedBy) => boolean): boolean {
  if (stage.start) return true
  const isTaken = ({ from, rule }: PlannedStage['incoming'][number]) =>
    isPassed(statuses.get(from)) && (!rule || holds(rule))
  return stage.join === 'all' ? stage.incoming.every(isTaken) : stage.incoming.some(isTaken)
}

function stagesHeldByObjections(state: DealState): ReadonlySet<string> {
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
