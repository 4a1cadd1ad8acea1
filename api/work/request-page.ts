import { catalogueOf, type HasLapsed, lapsedBy, type ProcessModel, standingFacts, supportTriggersOf } from '#engine'
import { type DealState, DomainError, lockedBy } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { mayAnswer } from '../deals/right-to-request.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import { authoritiesOver } from '../routing/authority-over.ts'
import type { RequestPage } from './contract.ts'
import { managers } from './managers.ts'
import { requestParts, requestRows, visibleRequests } from './request-list.ts'

/** One request and its context: what is known of the deal, without the right to open the deal itself. */
export async function requestPage(deps: Deps, actor: User, dealId: string, id: string): Promise<RequestPage> {
  const { db, models } = deps
  const stored = await db.supportRequest.findFirst({
    where: { dealId, id, ...visibleRequests(actor) },
    include: requestParts,
  })
  if (!stored)
    throw new DomainError('SUPPORT_REQUEST_NOT_FOUND', 'There is no such request to your departments.', { request: id })
  const deal = await db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { account: true, segment: true } })
  const { model, plan } = await models.ofDeal(deal)
  const state = deal.state as unknown as DealState
  const [request] = await requestRows(deps, actor, [stored])
  if (!request) throw new Error('a stored request has a row')
  const [over] = await authoritiesOver(deps, stored.departmentId, [{ dealId, id }])
  const brings = supportTriggersOf(model).find((trigger) => trigger.id === stored.triggerId)?.brings ?? []
  return {
    request,
    deal: {
      name: deal.name,
      account: deal.account?.name ?? null,
      owner: (await namesOf(db, [deal.ownerId]))[deal.ownerId] ?? deal.ownerId,
      segment: deal.segment.name,
      isOpen: deal.status === 'open',
    },
    askedBy: await askedBy(db, model, state, id),
    details: state.supportRequests[id]?.details ?? null,
    enclosed: state.supportRequests[id]?.enclosed ?? [],
    visit: state.supportRequests[id]?.visit ?? null,
    changed: changedSinceAnswer(state, id),
    facts: knownFactsOf(model, state, lapsedBy(plan, deps.now().toISOString())),
    currency: model.currency,
    files: state.supportRequests[id]?.files ?? [],
    locks: await locksOf(db, state),
    questions: await questionsOf(db, state, id),
    mayAnswer: await mayAnswer(deps, actor, { dealId, id }),
    members: (await membersOf(db, stored.departmentId)).filter((member) => over?.mayTake(member.id)),
    brings: model.stages
      .flatMap(({ elements }) => elements)
      .filter((element) => brings.includes(element.id))
      .map(({ id, name, value }) => ({ id, name, value })),
  }
}

async function questionsOf(db: Db, { supportRequests }: DealState, id: string): Promise<RequestPage['questions']> {
  const questions = supportRequests[id]?.questions ?? []
  const names = await namesOf(
    db,
    questions.flatMap(({ by, answeredBy }) => [by, answeredBy ?? by]),
  )
  return questions.map(({ text, by, at, answer, answeredBy, answeredAt, visitAt }) => ({
    text,
    by: names[by] ?? by,
    at,
    answer: answer ?? null,
    answeredBy: answeredBy ? (names[answeredBy] ?? answeredBy) : null,
    answeredAt: answeredAt ?? null,
    visitAt: visitAt ?? null,
  }))
}

async function locksOf(db: Db, state: DealState): Promise<RequestPage['locks']> {
  const { locks = {} } = state
  const departments = await db.department.findMany({ where: { id: { in: lockedBy(state) } } })
  const names = await namesOf(
    db,
    Object.values(locks).map(({ by }) => by),
  )
  return lockedBy(state).flatMap((id) => {
    const lock = locks[id]
    const name = departments.find((department) => department.id === id)?.name ?? id
    return lock ? [{ department: { id, name }, by: names[lock.by] ?? lock.by, at: lock.at, reason: lock.reason }] : []
  })
}

async function membersOf(db: Db, departmentId: string): Promise<RequestPage['members']> {
  if (departmentId === '') return managers(db)
  const members = await db.departmentMember.findMany({
    where: { departmentId },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: 'asc' } },
  })
  return members.map(({ user }) => user)
}

async function askedBy(db: Db, model: ProcessModel, state: DealState, id: string): Promise<RequestPage['askedBy']> {
  const { stage, objection, requestedBy } = state.supportRequests[id] ?? {}
  if (stage) return { kind: 'stage', name: model.stages.find((one) => one.id === stage)?.name ?? stage }
  if (requestedBy) return { kind: 'person', name: (await namesOf(db, [requestedBy]))[requestedBy] ?? requestedBy }
  return objection ? { kind: 'objection', name: state.objections[objection]?.statement ?? objection } : null
}

/** The reason with which the last request of its kind before it was asked again. */
function changedSinceAnswer({ supportRequests }: DealState, id: string): string | null {
  const asked = supportRequests[id]
  if (asked?.asksAgain !== undefined) return supportRequests[asked.asksAgain]?.askedAgain ?? null
  if (asked?.requestedBy !== undefined) return null
  const before = Object.values(supportRequests).filter(
    ({ trigger, objection, openedAt }) =>
      trigger === asked?.trigger && objection === asked.objection && openedAt < asked.openedAt,
  )
  const last = before.sort((a, b) => b.openedAt.localeCompare(a.openedAt))[0]
  return last?.askedAgain ?? null
}

function knownFactsOf(model: ProcessModel, state: DealState, hasLapsed: HasLapsed): RequestPage['facts'] {
  const standing = standingFacts(state.observations, hasLapsed)
  const live = Object.values(state.observations).filter(({ withdrawnAt }) => withdrawnAt === undefined)
  return catalogueOf(model).flatMap(({ name, label, value: type }) => {
    const value = standing.get(name)?.value
    if (value === undefined) return []
    const told = live.filter(({ fact }) => fact === name)
    return {
      name,
      label,
      value,
      type,
      evidence: told.flatMap(({ evidence }) => evidence ?? []),
      files: told.flatMap(({ files = [] }) => files),
    }
  })
}
