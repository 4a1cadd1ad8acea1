import { type Calendars, dueAfter } from '../calendar/due.ts'
import { type Plan, triggersOf } from '../compile/plan.ts'
import type { DealState, SupportRequest } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import { standingQuestion } from '../deal/standing-question.ts'

type Escalation = NonNullable<SupportRequest['escalations']>[number]

/** Whether a request's due time comes nearer: it is open, and no question of its department waits for the seller. */
export const isClockRunning = (request: SupportRequest): boolean =>
  request.status === 'open' && !standingQuestion(request)

export const isPast = (instant: string | undefined, now: string): boolean =>
  instant !== undefined && Date.parse(instant) <= Date.parse(now)

/** Reminds owners of support before it is due, and takes what is overdue up its ladder, each step once. */
export function urgeSupport(
  plan: Plan,
  state: DealState,
  now: string,
  calendars: Calendars,
): { supportRequests: DealState['supportRequests']; effects: Effect[] } {
  const supportRequests = { ...state.supportRequests }
  const effects: Effect[] = []
  for (const [id, request] of Object.entries(supportRequests)) {
    if (!isClockRunning(request)) continue
    const isReminded = mustRemind(request, now)
    const ladder = request.escalations ?? ladderOf(plan, request, calendars)
    const reached = ladder.filter(({ at }) => isPast(at, now))
    const last = reached.at(-1)
    if (!isReminded && !last && (ladder.length === 0 || request.escalations)) continue
    if (isReminded) effects.push({ kind: 'remind', request: id })
    for (const { to } of reached) effects.push({ kind: 'escalate', what: 'support-request', id, to })
    supportRequests[id] = {
      ...request,
      ...(isReminded && { remindedAt: now }),
      ...(ladder.length > 0 && { escalations: ladder.filter((step) => !reached.includes(step)) }),
      ...(last && { escalatedTo: last.to }),
      seq: state.seq,
    }
  }
  return { supportRequests, effects }
}

/** Whoever is told that a request is overdue is not reminded beside. */
const mustRemind = ({ remindAt, remindedAt, escalatedAt }: SupportRequest, now: string): boolean =>
  !remindedAt && !escalatedAt && isPast(remindAt, now)

/** The steps up that an overdue request has before it, counted from its due time, soonest first. */
function ladderOf(plan: Plan, { dueAt, escalatedAt, trigger, department }: SupportRequest, calendars: Calendars) {
  const drawn = triggersOf(plan).find(({ id }) => id === trigger)
  if (!dueAt || !escalatedAt || !drawn) return []
  const steps = [
    { to: 'leads' as const, after: drawn.leadsAfter },
    { to: 'process-owner' as const, after: drawn.processOwnerAfter },
  ]
  return steps
    .flatMap(({ to, after }): Escalation[] =>
      after ? [{ to, at: dueAfter(calendars[department], dueAt, after) }] : [],
    )
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
