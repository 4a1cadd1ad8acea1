import type { ProcessModel } from '#engine'
import { type DealState, type SupportRequest, standingQuestion } from '#engine/deal'
import type { Prisma } from '../../prisma/client.ts'
import { standingDeals, staysOf } from '../cohorts/standing-deals.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { Values } from '../http/route.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { Visit, visitListQuery } from './contract.ts'
import { lastInteractions } from './last-interactions.ts'

type Query = Values<typeof visitListQuery>

const shownInteractions = 3

const visitParts = {
  deal: { include: { account: { select: { name: true } }, segment: { select: { id: true, name: true } } } },
} as const
type Stored = Prisma.SupportRequestGetPayload<{ include: typeof visitParts }>

/** A page of the visits to which managers are asked along. */
export async function visits(deps: Deps, actor: User, { page, pageSize, of, show }: Query): Promise<Page<Visit>> {
  const { db } = deps
  const where: Prisma.SupportRequestWhereInput = {
    visitAt: { not: null },
    status: show === 'coming' ? 'open' : { in: ['answered', 'declined'] },
    ...(of === 'mine' && { ownerId: actor.id }),
  }
  const [stored, total] = await Promise.all([
    db.supportRequest.findMany({
      where,
      include: visitParts,
      orderBy: [{ visitAt: show === 'coming' ? 'asc' : 'desc' }, { dealId: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.supportRequest.count({ where }),
  ])
  return { items: await asVisits(deps, stored), total }
}

/** The visits to come on these deals, the next first. */
export async function visitsOn(deps: Deps, deals: string[]): Promise<Visit[]> {
  const stored = await deps.db.supportRequest.findMany({
    where: { dealId: { in: deals }, visitAt: { not: null }, status: 'open' },
    include: visitParts,
    orderBy: [{ visitAt: 'asc' }, { id: 'asc' }],
  })
  return asVisits(deps, stored)
}

async function asVisits(deps: Deps, stored: Stored[]): Promise<Visit[]> {
  const { db, models } = deps
  const deals = [...new Set(stored.map(({ dealId }) => dealId))]
  const [standing, interactions, names] = await Promise.all([
    staysOf(deps, deals).then((stays) => standingDeals(deps, stays)),
    Promise.all(deals.map((deal) => lastInteractions(deps, [deal], shownInteractions))),
    namesOf(
      db,
      stored.flatMap(({ ownerId, deal }) => [deal.ownerId, ...(ownerId ? [ownerId] : [])]),
    ),
  ])
  const named = (id: string) => ({ id, name: names[id] ?? id })
  return Promise.all(
    stored.map(async ({ deal, ...row }): Promise<Visit> => {
      const { model } = await models.ofDeal(deal)
      const state = deal.state as unknown as DealState
      const request = state.supportRequests[row.id]
      return {
        deal: { id: deal.id, name: deal.name },
        account: deal.account?.name ?? null,
        segment: deal.segment,
        seller: named(deal.ownerId),
        request: row.id,
        name: row.name,
        details: request?.details ?? null,
        at: request?.visit?.at ?? row.openedAt.toISOString(),
        meet: request?.visit?.meet ?? '',
        manager: row.ownerId === null ? null : named(row.ownerId),
        status: row.status as Visit['status'],
        openedAt: row.openedAt.toISOString(),
        acceptedAt: row.acceptedAt?.toISOString() ?? null,
        asked: request ? askedOf(request) : null,
        note: row.note,
        standing: standing.filter((one) => one.deal.id === deal.id),
        objections: openObjections(model, state),
        people: peopleOf(model, state),
        interactions: interactions.flat().filter((one) => one.deal.id === deal.id),
      }
    }),
  )
}

function askedOf(request: SupportRequest): Visit['asked'] {
  const question = standingQuestion(request)
  return question ? { text: question.text, at: question.at, visitAt: question.visitAt ?? null } : null
}

const openObjections = ({ objectionTypes }: ProcessModel, { objections }: DealState): Visit['objections'] =>
  Object.entries(objections)
    .filter(([, { status }]) => status !== 'closed')
    .map(([id, { statement, type, status }]) => ({
      id,
      statement,
      type: objectionTypes.find((one) => one.id === type)?.name ?? type,
      status,
    }))

const peopleOf = ({ chain }: ProcessModel, { people = {} }: DealState): Visit['people'] =>
  Object.values(people).map(({ name, title, role, stance, influence }) => ({
    name,
    title,
    role: chain.roles.find(({ id }) => id === role)?.name ?? role,
    stance,
    influence,
  }))
