import type { DealEvent, DealState, Effect } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'

export type Notice = { userId: string; kind: string; subject: string }

/** What the people whom a step concerns are to be told. Nobody is told of what they did themselves. */
export async function stepNotices(
  tx: Transaction,
  state: DealState,
  event: DealEvent,
  effects: Effect[],
): Promise<Notice[]> {
  const managers = effects.some((effect) => concernsManagers(state, effect)) ? await managersOf(tx) : []
  return effects.flatMap((effect) => noticesOf(state, effect, managers)).filter(({ userId }) => userId !== event.by)
}

/** What is late, and a request that nobody of its department can take, is for managers to move. */
const concernsManagers = (state: DealState, effect: Effect): boolean =>
  effect.kind === 'escalate' ||
  (effect.kind === 'request-support' && state.supportRequests[effect.request]?.owner === undefined)

async function managersOf(tx: Transaction): Promise<string[]> {
  const managers = await tx.user.findMany({ where: { role: 'manager' }, select: { id: true } })
  return managers.map(({ id }) => id)
}

function noticesOf(state: DealState, effect: Effect, managers: string[]): Notice[] {
  switch (effect.kind) {
    case 'escalate':
      return [...new Set([...managers, ...owedBy(state, effect)])].map((userId) => ({
        userId,
        kind: `${effect.what}-overdue`,
        subject: nameOf(state, effect),
      }))
    case 'request-support': {
      const request = state.supportRequests[effect.request]
      if (!request) return []
      const { owner, name: subject } = request
      if (owner) return [{ userId: owner, kind: 'support-requested', subject }]
      return managers.map((userId) => ({ userId, kind: 'support-unassigned', subject }))
    }
    case 'notify': {
      const userId = toldOf(state, effect)
      return userId ? [{ userId, kind: effect.about, subject: subjectOf(state, effect.id) }] : []
    }
    default:
      return []
  }
}

/** Who is told: who has the request of what concerns it, the deal's owner of all else. */
const toldOf = (state: DealState, { about, id }: Effect & { kind: 'notify' }): string | undefined =>
  about === 'support-question-answered' || about === 'support-handed-over'
    ? state.supportRequests[id]?.owner
    : state.owner

function owedBy(state: DealState, { what, id }: Effect & { kind: 'escalate' }): string[] {
  if (what === 'support-request')
    return [state.supportRequests[id]?.owner, state.owner].filter((user) => user !== undefined)
  return what === 'task' ? [state.tasks[id]?.assignee ?? state.owner] : [state.owner]
}

const nameOf = (state: DealState, { what, id }: Effect & { kind: 'escalate' }): string =>
  (what === 'task'
    ? state.tasks[id]?.name
    : what === 'support-request'
      ? state.supportRequests[id]?.name
      : state.objections[id]?.statement) ?? id

const subjectOf = (state: DealState, id: string): string =>
  state.supportRequests[id]?.name ?? state.objections[id]?.statement ?? state.name
