import { DomainError, dealEventSchema } from '#engine/deal'
import { seenDeal, visibleDeals } from '../deals/may-see.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { BestPractice, NewRemark, Remark } from './contract.ts'

/** What is said of a deal's interactions, oldest first. */
export async function remarksOn({ db }: Deps, actor: User, dealId: string): Promise<Remark[]> {
  await seenDeal(db, actor, dealId)
  const stored = await db.remark.findMany({ where: { dealId }, orderBy: { at: 'asc' } })
  const names = await namesOf(
    db,
    stored.map(({ byId }) => byId),
  )
  return stored.map((remark) => asRemark(remark, names))
}

type Stored = { id: string; seq: number; kind: string; text: string; byId: string; at: Date }

/** As the API gives it; `names` are those of people by their ids. */
export const asRemark = ({ id, seq, kind, text, byId, at }: Stored, names: Record<string, string>): Remark => ({
  id,
  seq,
  kind: kind as Remark['kind'],
  text,
  by: { id: byId, name: names[byId] ?? byId },
  at: at.toISOString(),
})

/** Says something of an interaction; its seller is told. Throws REMARK_NOT_ON_INTERACTION where the step is none. */
export async function addRemark(
  { db, now, newId }: Deps,
  actor: User,
  dealId: string,
  { seq, kind, text, stage }: NewRemark,
): Promise<{ id: string }> {
  const deal = await seenDeal(db, actor, dealId)
  const step = await db.dealEvent.findUnique({ where: { dealId_seq: { dealId, seq } } })
  if (step?.kind !== 'interaction-recorded')
    throw new DomainError('REMARK_NOT_ON_INTERACTION', 'A remark is made on an interaction. Reload the deal.', {
      deal: dealId,
      seq,
    })
  const [id, at] = [newId(), now()]
  const seller = await db.user.findUnique({ where: { id: step.byId }, select: { id: true } })
  const to = seller?.id ?? deal.ownerId
  await db.$transaction([
    db.remark.create({
      data: { id, dealId, seq, segmentId: deal.segmentId, stageId: stage ?? null, kind, text, byId: actor.id, at },
    }),
    ...(to === actor.id
      ? []
      : [
          db.notification.create({
            data: {
              id: `remark ${id}`,
              userId: to,
              dealId,
              kind: kind === 'coaching' ? 'coached' : kind,
              subject: text.slice(0, 200),
              createdAt: at,
            },
          }),
        ]),
  ])
  return { id }
}

/** Takes back what one has said oneself; an admin takes back anything. Throws REMARK_NOT_FOUND. */
export async function removeRemark({ db }: Deps, actor: User, id: string): Promise<{ id: string }> {
  const { count } = await db.remark.deleteMany({
    where: { id, ...(actor.role !== 'admin' && { byId: actor.id }) },
  })
  if (count === 0) throw new DomainError('REMARK_NOT_FOUND', 'There is no such remark of yours. Reload.', { id })
  return { id }
}

/** How many examples are shown of a stage. */
const shownOfStage = 20

/** The interactions of a segment that are examples for one of its stages, newest first. */
export async function bestPractice(
  { db }: Deps,
  actor: User,
  segmentId: string,
  stage: string,
): Promise<BestPractice[]> {
  const stored = await db.remark.findMany({
    where: { segmentId, kind: 'best-practice', stageId: stage },
    orderBy: { at: 'desc' },
    take: shownOfStage,
    include: { deal: { select: { id: true, name: true } } },
  })
  const steps = await db.dealEvent.findMany({
    where: { OR: stored.map(({ dealId, seq }) => ({ dealId, seq })) },
  })
  const own = await db.deal.findMany({
    where: { id: { in: stored.map(({ dealId }) => dealId) }, ...visibleDeals(actor) },
    select: { id: true },
  })
  const names = await namesOf(
    db,
    steps.map(({ byId }) => byId),
  )
  return stored.flatMap(({ id, text, dealId, seq, deal }) => {
    const step = steps.find((one) => one.dealId === dealId && one.seq === seq)
    const event = step && dealEventSchema.parse(step.event)
    if (event?.kind !== 'interaction-recorded') return []
    return {
      id,
      text,
      seller: { id: event.by, name: names[event.by] ?? event.by },
      kind: event.interaction.kind,
      at: event.interaction.at,
      deal: own.some((one) => one.id === dealId) ? deal : null,
    }
  })
}
