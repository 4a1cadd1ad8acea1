import {
  type Asked,
  type KnownFacts,
  mayTake,
  noRouting,
  type Plan,
  type RoutingRule,
  requestFacts,
  routingSchema,
  ruleFor,
} from '#engine'
import type { DealState, SupportRequest } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'
import { type Choice, chooseOwner } from './choose-owner.ts'
import { managersWho } from './managers-who.ts'

/** Whose turn it was, by rule. */
export type Turn = { departmentId: string; ruleId: string; userId: string }

/** Who is given a request, and whose turn that was; or why nobody is. */
export type Routed = { owner: string; turn?: Turn } | { waiting: NonNullable<SupportRequest['waiting']> }

/**
 * Who of its department, or of the managers, a request is given to, as its rules, everybody's authority, load and absences are
 * at this moment. Reads only. `turns` are those taken in this very step.
 */
export async function routeRequest(
  tx: Transaction,
  plan: Plan,
  state: DealState,
  id: string,
  now: string,
  turns: readonly Turn[] = [],
): Promise<Routed> {
  const { department: departmentId = '', requestedBy } = state.supportRequests[id] ?? {}
  const { facts, asked } = await factsOf(tx, plan, state, id, now)
  const department = await tx.department.findUnique({
    where: { id: departmentId },
    include: { members: { select: { userId: true, capacity: true } }, turns: true },
  })
  const routing = department?.routing ? routingSchema.parse(department.routing) : noRouting
  const members = departmentId === '' ? await managersBut(tx, requestedBy) : (department?.members ?? [])
  const allowed = members.filter(({ userId }) => mayTake(routing.authority, userId, asked))
  if (allowed.length === 0) return { waiting: members.length > 0 ? 'above-authority' : 'no-one-free' }
  const ids = allowed.map(({ userId }) => userId)
  const rule = await ruleFor(routing, facts)
  const last = [...turns, ...(department?.turns ?? [])].find(
    (turn) => turn.departmentId === departmentId && turn.ruleId === rule?.id,
  )?.userId
  const owner = chooseOwner(
    await withLoads(tx, state, departmentId, allowed),
    await absencesOf(tx, ids, now),
    now,
    choiceBy(rule, last),
  )
  if (owner === undefined) return { waiting: 'no-one-free' }
  return rule?.give.kind === 'in-turn' ? { owner, turn: { departmentId, ruleId: rule.id, userId: owner } } : { owner }
}

/** A manager who asks for the company of another does not come along alone. */
async function managersBut(tx: Transaction, requestedBy: string | undefined) {
  const managers = await managersWho(tx, requestedBy === undefined ? {} : { id: { not: requestedBy } })
  return managers.map((userId) => ({ userId, capacity: null }))
}

async function factsOf(
  tx: Transaction,
  plan: Plan,
  state: DealState,
  id: string,
  now: string,
): Promise<{ facts: KnownFacts; asked: Asked }> {
  const deal = await tx.deal.findUniqueOrThrow({
    where: { id: state.dealId },
    select: { segmentId: true, account: { select: { name: true } } },
  })
  const place = { segment: deal.segmentId, owner: state.owner, ...(deal.account && { account: deal.account.name }) }
  return requestFacts(plan, state, id, place, now)
}

function choiceBy(rule: RoutingRule | undefined, last: string | undefined): Choice {
  if (rule?.give.kind === 'named') return rule.give
  return rule?.give.kind === 'in-turn' ? { kind: 'in-turn', ...(last && { last }) } : { kind: 'least-loaded' }
}

/** What each has of the department: of other deals as it is stored, of this one as it is now. */
async function withLoads(
  tx: Transaction,
  state: DealState,
  departmentId: string,
  members: { userId: string; capacity: number | null }[],
) {
  const loads = await tx.supportRequest.groupBy({
    by: ['ownerId'],
    where: {
      status: 'open',
      departmentId,
      ownerId: { in: members.map(({ userId }) => userId) },
      dealId: { not: state.dealId },
    },
    _count: true,
  })
  const here = Object.values(state.supportRequests).filter(
    ({ status, department }) => status === 'open' && department === departmentId,
  )
  return members.map(({ userId, capacity }) => ({
    id: userId,
    load:
      (loads.find(({ ownerId }) => ownerId === userId)?._count ?? 0) +
      here.filter(({ owner }) => owner === userId).length,
    ...(capacity !== null && { capacity }),
  }))
}

async function absencesOf(tx: Transaction, ids: string[], now: string) {
  const absences = await tx.absence.findMany({
    where: { userId: { in: ids }, from: { lte: now }, until: { gt: now } },
    orderBy: { from: 'asc' },
  })
  return absences.map(({ userId, from, until, delegateId }) => ({
    userId,
    from: from.toISOString(),
    until: until.toISOString(),
    ...(delegateId && { delegateId }),
  }))
}
