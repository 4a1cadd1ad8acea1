import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState, SupportRequest } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import type { Applied } from './applied.ts'

/** Writes a request that a person makes from hand. A department's is routed like any other; a manager is asked by name. */
export function requestSupport(
  state: DealState,
  { id, by, name, details, files, due, of }: DealEvent & { kind: 'support-requested' },
  now: string,
): Applied {
  return ask(state, id, {
    name,
    trigger: '',
    department: of.kind === 'department' ? of.department : '',
    status: 'open',
    blocks: false,
    openedAt: now,
    requestedBy: by,
    ...(details && { details }),
    ...(files?.length && { enclosed: files }),
    ...(due && { dueAt: due }),
    ...(of.kind === 'manager' && { owner: of.manager }),
    ...(of.kind === 'manager' && of.visit && { visit: of.visit }),
    seq: state.seq,
  })
}

/** No rule calls for what a person asked for: where its answer does not serve, it is asked for anew at once. */
export function askAgainFromHand(
  { state, effects }: Applied,
  { id, by, request }: DealEvent & { kind: 'support-asked-again' },
  now: string,
): Applied {
  const before = state.supportRequests[request]
  if (before?.requestedBy === undefined) return { state, effects }
  const { name, trigger, department, blocks, details, enclosed, visit, answeredBy } = before
  const asked = ask(state, id, {
    name,
    trigger,
    department,
    status: 'open',
    blocks,
    openedAt: now,
    requestedBy: by,
    asksAgain: request,
    ...(details && { details }),
    ...(enclosed && { enclosed }),
    ...(visit && { visit }),
    ...(department === '' && answeredBy && { owner: answeredBy }),
    seq: state.seq,
  })
  return { state: asked.state, effects: [...effects, ...asked.effects] }
}

function ask(state: DealState, id: string, request: SupportRequest): Applied {
  const effect: Effect =
    request.owner === undefined
      ? { kind: 'request-support', request: id }
      : { kind: 'notify', about: 'company-requested', id }
  return { state: { ...state, supportRequests: { ...state.supportRequests, [id]: request } }, effects: [effect] }
}
