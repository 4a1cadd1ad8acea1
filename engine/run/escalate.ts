import type { DealState, SupportRequest } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import { standingQuestion } from '../deal/standing-question.ts'

type Owed = { dueAt?: string; escalatedAt?: string; seq: number }

const isOverdue = (owed: Owed, now: string): boolean =>
  owed.dueAt !== undefined && !owed.escalatedAt && Date.parse(owed.dueAt) <= Date.parse(now)

/** Whether a request's due time comes nearer: it is open, and no question of its department waits for the seller. */
export const isClockRunning = (request: SupportRequest): boolean =>
  request.status === 'open' && !standingQuestion(request)

/** Marks what has passed its due time unanswered, once each. */
export function escalate(state: DealState, now: string): { state: DealState; effects: Effect[] } {
  const effects: Effect[] = []
  const mark = <Item extends Owed>(
    items: Record<string, Item>,
    isOpen: (item: Item) => boolean,
    what: (Effect & { kind: 'escalate' })['what'],
  ) =>
    Object.fromEntries(
      Object.entries(items).map(([id, item]) => {
        if (!isOpen(item) || !isOverdue(item, now)) return [id, item]
        effects.push({ kind: 'escalate', what, id })
        return [id, { ...item, escalatedAt: now, seq: state.seq }]
      }),
    )
  const tasks = mark(state.tasks, (task) => task.status === 'open', 'task')
  const supportRequests = mark(state.supportRequests, isClockRunning, 'support-request')
  const objections = mark(state.objections, (objection) => objection.status !== 'closed', 'objection')
  return { state: { ...state, tasks, supportRequests, objections }, effects }
}
