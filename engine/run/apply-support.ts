import { type Calendars, dueAfterPause } from '../calendar/due.ts'
import type { DealState, SupportRequest } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import type { SupportEvent } from '../deal/refuse-support.ts'
import { standingQuestion } from '../deal/standing-question.ts'
import { DomainError } from '../domain-error.ts'
import { unreachable } from '../unreachable.ts'
import type { Applied } from './applied.ts'
import { observe } from './observe.ts'
import { hundredths } from './support-hours.ts'

/** Writes a step in the life of a support request into a state whose `seq` is the step's already. */
export function applySupport(state: DealState, event: SupportEvent, now: string, calendars: Calendars): Applied {
  const request = state.supportRequests[event.request]
  if (!request) throw new DomainError('SUPPORT_REQUEST_NOT_FOUND', `This deal has no support request ${event.request}.`)
  const becomes = (change: SupportRequest): DealState => ({
    ...state,
    supportRequests: { ...state.supportRequests, [event.request]: { ...change, seq: state.seq } },
  })
  const tell = (about: (Effect & { kind: 'notify' })['about']): Effect[] => [
    { kind: 'notify', about, id: event.request },
  ]
  switch (event.kind) {
    case 'support-routed':
      return {
        state: becomes(event.from === undefined ? request : heldByNobody(request)),
        effects: [{ kind: 'route-support', request: event.request }],
      }
    case 'support-accepted':
      return { state: becomes(heldBy(request, event.by, now)), effects: [] }
    case 'support-asked-back': {
      const { question: text, by, visitAt } = event
      const question = { text, by, at: now, ...(visitAt && { visitAt }) }
      const asked = { ...heldBy(request, event.by, now), questions: [...(request.questions ?? []), question] }
      return { state: becomes(asked), effects: tell('support-asked-back') }
    }
    case 'support-question-answered':
      return { state: becomes(withAnswer(request, event, now, calendars)), effects: tell('support-question-answered') }
    case 'support-handed-over': {
      const { acceptedAt: _, waiting: __, ...handed } = { ...withHours(request, event.hours), owner: event.to }
      return { state: becomes(handed), effects: tell('support-handed-over') }
    }
    case 'support-answered': {
      const { verdict, note, by } = event
      const status = verdict === 'declined' ? 'declined' : 'answered'
      const answered = becomes({
        ...withHours(request, event.hours),
        ...(event.files?.length && { files: event.files }),
        status,
        verdict,
        note,
        answeredAt: now,
        answeredBy: by,
      })
      const observations = observe(state, event.observations, by, now, undefined)
      return { state: { ...answered, observations }, effects: tell('support-answered') }
    }
    case 'support-taken-back':
      return {
        state: becomes({ ...request, status: 'cancelled' }),
        effects: [{ kind: 'cancel-support', request: event.request }],
      }
    case 'support-asked-again':
      return { state: becomes({ ...request, askedAgain: event.reason }), effects: [] }
    default:
      return unreachable(event)
  }
}

function withHours(request: SupportRequest, hours: number | undefined): SupportRequest {
  return hours === undefined ? request : { ...request, hours: hundredths((request.hours ?? 0) + hours) }
}

const heldByNobody = ({ owner: _, acceptedAt: __, ...request }: SupportRequest): SupportRequest => request

function heldBy({ waiting: _, ...request }: SupportRequest, owner: string, now: string): SupportRequest {
  return { ...request, owner, acceptedAt: request.acceptedAt ?? now }
}

/** The seller has answered: the clock goes on, and what was left of the due time is left from now on. */
function withAnswer(
  request: SupportRequest,
  { answer, by, visitAt }: SupportEvent & { kind: 'support-question-answered' },
  now: string,
  calendars: Calendars,
): SupportRequest {
  const question = standingQuestion(request)
  if (!question) return request
  const answered = { ...question, answer, answeredBy: by, answeredAt: now }
  const stood = { from: question.at, to: now }
  const afterPause = (at: string) => dueAfterPause(calendars[request.department], at, stood)
  return {
    ...request,
    questions: [...(request.questions ?? []).slice(0, -1), answered],
    ...(request.visit && visitAt && { visit: { ...request.visit, at: visitAt } }),
    ...(request.dueAt && { dueAt: afterPause(request.dueAt) }),
    ...(request.remindAt && { remindAt: afterPause(request.remindAt) }),
    ...(request.escalations && { escalations: request.escalations.map(({ to, at }) => ({ to, at: afterPause(at) })) }),
  }
}
