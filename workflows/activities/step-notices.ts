import type { NoticeKind } from '#engine'
import type { DealEvent, DealState, Effect } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'
import { type Above, whoIsAbove } from './who-is-above.ts'

export type Notice = { userId: string; kind: NoticeKind; subject: string }

/** What the people whom a step concerns are to be told. Nobody is told of what they did themselves. */
export async function stepNotices(
  tx: Transaction,
  state: DealState,
  event: DealEvent,
  effects: Effect[],
): Promise<Notice[]> {
  const above = await whoIsAbove(tx, state, effects)
  return effects.flatMap((effect) => noticesOf(state, effect, above)).filter(({ userId }) => userId !== event.by)
}

function noticesOf(state: DealState, effect: Effect, above: Above): Notice[] {
  switch (effect.kind) {
    case 'escalate':
      return tell(toldOfDelay(state, effect, above), delayOf(effect), nameOf(state, effect))
    case 'remind': {
      const { owner, name, department } = state.supportRequests[effect.request] ?? {}
      return tell(owner ? [owner] : above.leadsOf(department), 'support-reminder', name ?? effect.request)
    }
    case 'request-support':
    case 'route-support': {
      const request = state.supportRequests[effect.request]
      if (!request) return []
      const { owner, name, waiting } = request
      if (owner) return tell([owner], 'support-requested', name)
      return tell(
        above.processOwners,
        waiting === 'above-authority' ? 'support-above-authority' : 'support-unassigned',
        name,
      )
    }
    case 'notify': {
      const userId = toldOf(state, effect)
      return userId ? tell([userId], effect.about, subjectOf(state, effect)) : []
    }
    default:
      return []
  }
}

const tell = (people: readonly string[], kind: NoticeKind, subject: string): Notice[] =>
  [...new Set(people)].map((userId) => ({ userId, kind, subject }))

/** Who is told: who has the request or the objection of what concerns it, the deal's owner of all else. */
const toldOf = (state: DealState, { about, id }: Effect & { kind: 'notify' }): string | undefined =>
  about === 'support-question-answered' || about === 'support-handed-over' || about === 'company-requested'
    ? state.supportRequests[id]?.owner
    : about === 'objection-assigned'
      ? state.objections[id]?.owner
      : state.owner

type Delay = Effect & { kind: 'escalate' }

const delayOf = ({ what, to }: Delay): NoticeKind =>
  to === 'process-owner' ? 'support-request-escalated' : `${what}-overdue`

/** First who owes it and the seller; then, of support, whom it goes up to. Without a way up, managers are told at once. */
function toldOfDelay(state: DealState, { what, id, to }: Delay, above: Above): string[] {
  if (what !== 'support-request') {
    const owes = what === 'task' ? state.tasks[id]?.assignee : state.objections[id]?.owner
    return [...above.managers, owes ?? state.owner]
  }
  const request = state.supportRequests[id]
  if (to === 'leads') return above.leadsOf(request?.department)
  if (to === 'process-owner') return above.processOwners
  return [...(request?.escalations ? [] : above.managers), ...(request?.owner ? [request.owner] : []), state.owner]
}

const nameOf = (state: DealState, { what, id }: Delay): string =>
  (what === 'task'
    ? state.tasks[id]?.name
    : what === 'support-request'
      ? state.supportRequests[id]?.name
      : state.objections[id]?.statement) ?? id

/** What a notice names; of a move, the version's number. */
const subjectOf = (state: DealState, { about, id }: Effect & { kind: 'notify' }): string =>
  about === 'model-moved' || about === 'model-move-undone'
    ? id
    : (state.supportRequests[id]?.name ?? state.objections[id]?.statement ?? state.name)
