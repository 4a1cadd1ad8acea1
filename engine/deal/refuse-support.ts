import { DomainError } from '../domain-error.ts'
import { unreachable } from '../unreachable.ts'
import type { DealEvent } from './deal-event.ts'
import type { DealState, SupportRequest } from './deal-state.ts'
import { standingQuestion } from './standing-question.ts'

export type SupportEvent = Exclude<Extract<DealEvent, { kind: `support-${string}` }>, { kind: 'support-requested' }>

/**
 * Whether a step in the life of a support request does not follow on where the request stands. Who belongs to which
 * department is not in the state: that is judged by whoever lets the event in.
 */
export function refuseSupport(state: DealState, event: SupportEvent): DomainError | undefined {
  const id = event.request
  const request = state.supportRequests[id]
  if (!request)
    return new DomainError(
      'SUPPORT_REQUEST_NOT_FOUND',
      `This deal has no support request ${id}. Reload the deal and try again.`,
      { id },
    )
  if (event.kind === 'support-asked-again') return refuseAskingAgain(request, id)
  if (request.status !== 'open')
    return new DomainError(
      'SUPPORT_REQUEST_CLOSED',
      `The request “${request.name}” is ${request.status}; reload to see its answer.`,
      { request: id },
    )
  switch (event.kind) {
    case 'support-answered':
      return refuseWithoutReason(request, event)
    case 'support-taken-back':
      return refuseTakingBack(request, id)
    case 'support-routed':
      return refuseOwned(request, event)
    case 'support-accepted':
      return refuseHeld(request, event) ?? refuseAccepted(request, id)
    case 'support-asked-back':
      return refuseHeld(request, event) ?? refuseSecondQuestion(request, id)
    case 'support-question-answered':
      return refuseUnasked(request, id)
    case 'support-handed-over':
      return refuseHandOver(request, event)
    default:
      return unreachable(event)
  }
}

function refuseAskingAgain(request: SupportRequest, id: string): DomainError | undefined {
  const isAnswered = request.status === 'answered' || request.status === 'declined'
  return isAnswered && request.askedAgain === undefined
    ? undefined
    : new DomainError(
        'SUPPORT_REQUEST_UNANSWERED',
        `The request “${request.name}” has no answer that stands. Wait for one, then ask again if it does not serve.`,
        { request: id },
      )
}

/** A no that says nothing leaves the seller with nothing to change, or to tell the customer. */
const refuseWithoutReason = (
  { name }: SupportRequest,
  { request, verdict, note }: SupportEvent & { kind: 'support-answered' },
): DomainError | undefined =>
  (verdict === 'refused' || verdict === 'declined') && note.trim() === ''
    ? new DomainError('REASON_MISSING', `Say why “${name}” is ${verdict}: the seller has to go on from there.`, {
        request,
      })
    : undefined

const refuseOwned = (
  { name, owner }: SupportRequest,
  { request: id, from }: SupportEvent & { kind: 'support-routed' },
): DomainError | undefined =>
  owner === from
    ? undefined
    : new DomainError('SUPPORT_REQUEST_HELD', `Somebody else has the request “${name}” already, or nobody any more.`, {
        request: id,
      })

function refuseHeld({ name, owner }: SupportRequest, { by, request }: SupportEvent): DomainError | undefined {
  return owner === undefined || owner === by
    ? undefined
    : new DomainError('SUPPORT_REQUEST_HELD', `Somebody else has the request “${name}”. Ask them to hand it over.`, {
        request,
        owner,
      })
}

const refuseAccepted = ({ name, acceptedAt }: SupportRequest, id: string): DomainError | undefined =>
  acceptedAt === undefined
    ? undefined
    : new DomainError('SUPPORT_REQUEST_HELD', `You have accepted the request “${name}” already. Answer it.`, {
        request: id,
      })

function refuseTakingBack({ name, requestedBy, acceptedAt }: SupportRequest, id: string): DomainError | undefined {
  if (requestedBy === undefined)
    return new DomainError('SUPPORT_REQUEST_OF_MODEL', `The model asks for “${name}”; nobody can take that back.`, {
      request: id,
    })
  return acceptedAt === undefined
    ? undefined
    : new DomainError('SUPPORT_REQUEST_HELD', `Somebody has accepted the request “${name}”. Talk to them instead.`, {
        request: id,
      })
}

const refuseSecondQuestion = (request: SupportRequest, id: string): DomainError | undefined =>
  standingQuestion(request) &&
  new DomainError(
    'SUPPORT_QUESTION_OPEN',
    `The seller still has a question on “${request.name}” to answer. Wait for that answer, then ask the next.`,
    { request: id },
  )

const refuseUnasked = (request: SupportRequest, id: string): DomainError | undefined =>
  standingQuestion(request)
    ? undefined
    : new DomainError(
        'SUPPORT_QUESTION_MISSING',
        `No question on “${request.name}” waits for an answer. Reload the deal to see where it stands.`,
        { request: id },
      )

const refuseHandOver = ({ name, owner }: SupportRequest, { to, request }: SupportEvent & { to: string }) =>
  owner === to
    ? new DomainError('SUPPORT_REQUEST_HELD', `They have the request “${name}” already. Choose another colleague.`, {
        request,
        owner,
      })
    : undefined
