import type { Calendars } from '../calendar/due.ts'
import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import { isClockRunning, isPast, urgeSupport } from './urge-support.ts'

type Owed = { dueAt?: string; escalatedAt?: string; seq: number }

/** Marks what has passed its due time unanswered, once each, and urges support before and after its own. */
export function escalate(
  plan: Plan,
  state: DealState,
  now: string,
  calendars: Calendars,
): { state: DealState; effects: Effect[] } {
  const effects: Effect[] = []
  const mark = <Item extends Owed>(
    items: Record<string, Item>,
    isOpen: (item: Item) => boolean,
    what: (Effect & { kind: 'escalate' })['what'],
  ) =>
    Object.fromEntries(
      Object.entries(items).map(([id, item]) => {
        if (!isOpen(item) || item.escalatedAt || !isPast(item.dueAt, now)) return [id, item]
        effects.push({ kind: 'escalate', what, id })
        return [id, { ...item, escalatedAt: now, seq: state.seq }]
      }),
    )
  const tasks = mark(state.tasks, (task) => task.status === 'open', 'task')
  const supportRequests = mark(state.supportRequests, isClockRunning, 'support-request')
  const objections = mark(state.objections, (objection) => objection.status !== 'closed', 'objection')
  const urged = urgeSupport(plan, { ...state, supportRequests }, now, calendars)
  return {
    state: { ...state, tasks, supportRequests: urged.supportRequests, objections },
    effects: [...effects, ...urged.effects],
  }
}
