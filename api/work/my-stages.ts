import { type ProcessModel, type Stage, whyNotYet } from '#engine'
import { type DealState, owesStep, standingQuestion } from '#engine/deal'
import type { Prisma } from '../../prisma/client.ts'
import { lateBefore } from '../cohorts/late-before.ts'
import { missingThere } from '../cohorts/missing-there.ts'
import { type UsualTimes, usualTimes } from '../cohorts/usual-times.ts'
import type { Deps } from '../deps.ts'
import type { PublishedModel } from '../models/model-cache.ts'
import type { User } from '../people/contract.ts'
import type { MySegment, MyStages, StandingDeal } from './contract.ts'

/** More than anybody works at once; the list of deals has the others. */
const mostDeals = 200

const parts = {
  account: { select: { name: true } },
  segment: { select: { id: true, name: true } },
  stays: { where: { passedAt: null }, select: { stageId: true, since: true } },
} as const
type Stored = Prisma.DealGetPayload<{ include: typeof parts }>
type Owed = { deal: string; stage: string; owed: number; overdue: number }

/** A deal on the model that it runs, at the stages where it stands. */
type Worked = { deal: Stored; published: PublishedModel; stands: { stage: string; deal: StandingDeal }[] }

/** The running deals that a person owns, at all the stages where they stand. */
export async function myStages(deps: Deps, actor: User): Promise<MyStages> {
  const { db, models, now } = deps
  const where = { ownerId: actor.id, status: 'open', seq: { gt: 0 } }
  const [deals, total, owed] = await Promise.all([
    db.deal.findMany({ where, include: parts, orderBy: [{ openedAt: 'desc' }, { id: 'asc' }], take: mostDeals }),
    db.deal.count({ where }),
    owedAtStages(deps, actor),
  ])
  const usual = await usualTimes(
    db,
    deals.flatMap(({ segmentId: segment, stays }) => stays.map(({ stageId: stage }) => ({ segment, stage }))),
  )
  const worked = await Promise.all(
    deals.map(async (deal): Promise<Worked> => {
      const published = await models.ofDeal(deal)
      return {
        deal,
        published,
        stands: await standsOf(deps, { deal, published }, usual, [...owed, ...besideTasks(deal, now())]),
      }
    }),
  )
  const ids = [...new Set(deals.map(({ segmentId }) => segmentId))]
  const segments = await Promise.all(
    ids.map((id) => {
      const own = worked.filter(({ deal }) => deal.segmentId === id)
      return asSegment(deps, own, usual)
    }),
  )
  return { deals: total, segments: segments.toSorted((a, b) => a.name.localeCompare(b.name)) }
}

/** The tasks that somebody owes, by deal and stage. */
function owedAtStages({ db, now }: Deps, actor: User): Promise<Owed[]> {
  return db.$queryRaw<Owed[]>`
    SELECT "deal_id" AS "deal", "stage_id" AS "stage", count(*)::INTEGER AS "owed",
      (count(*) FILTER (WHERE "due_at" < ${now()}))::INTEGER AS "overdue"
    FROM "task" WHERE "assignee_id" = ${actor.id} AND "status" = 'open' AND "stage_id" IS NOT NULL GROUP BY 1, 2`
}

/** What the owner of a deal owes at its stages beside tasks: steps of objections, and answers to departments. */
function besideTasks({ id: deal, state, ownerId }: Stored, now: Date): Owed[] {
  const { objections, supportRequests, ...rest } = state as unknown as DealState
  const steps = Object.values(objections).filter((objection) => owesStep(rest, objection, ownerId))
  const questions = Object.values(supportRequests).filter(standingQuestion)
  const isPast = (due: string | undefined) => due !== undefined && Date.parse(due) < now.getTime()
  return [
    ...steps.map(({ stage, dueAt }) => ({ stage, overdue: isPast(dueAt) ? 1 : 0 })),
    ...questions.map(({ stage }) => ({ stage, overdue: 0 })),
  ].flatMap(({ stage, overdue }) => (stage ? { deal, stage, owed: 1, overdue } : []))
}

async function standsOf(
  { now }: Deps,
  { deal, published: { model, plan } }: Omit<Worked, 'stands'>,
  usual: UsualTimes,
  owed: Owed[],
): Promise<Worked['stands']> {
  if (deal.stays.length === 0) return []
  const stages = deal.stays.map(({ stageId }) => stageId)
  const whys = await whyNotYet(plan, deal.state as unknown as DealState, now().toISOString(), stages)
  return deal.stays.map(({ stageId, since }) => {
    const late = lateBefore(usual(deal.segmentId, stageId), now())
    const here = owed.filter((one) => one.deal === deal.id && one.stage === stageId)
    return {
      stage: stageId,
      deal: {
        ...named(deal),
        since: since.toISOString(),
        late: late !== null && since < late,
        ...missingThere(
          model,
          whys.find(({ stage }) => stage === stageId),
        ),
        owed: here.reduce((sum, { owed }) => sum + owed, 0),
        overdue: here.reduce((sum, { overdue }) => sum + overdue, 0),
      },
    }
  })
}

/** One segment’s deals; there is at least one. */
async function asSegment({ models }: Deps, worked: Worked[], usual: UsualTimes): Promise<MySegment> {
  const [{ deal: newest }] = worked.toSorted((a, b) => b.published.number - a.published.number) as [Worked]
  const { model } = await models.byId(newest.modelVersionId)
  const stands = worked.flatMap((one) => one.stands)
  return {
    ...newest.segment,
    stages: stagesOf(model, worked).map(({ id, name }) => ({
      id,
      name,
      usual: usual(newest.segmentId, id) ?? null,
      deals: stands
        .flatMap(({ stage, deal }) => (stage === id ? [deal] : []))
        .toSorted((a, b) => Number(b.late) - Number(a.late) || a.since.localeCompare(b.since)),
    })),
    elsewhere: worked.filter(({ stands }) => stands.length === 0).map(({ deal }) => named(deal)),
  }
}

/**
 * All stages of a model. One that it does not have, where a deal on another version or with changes of its own stands, comes
 * after the stage that is before it there.
 */
function stagesOf({ stages }: ProcessModel, worked: Worked[]): Stage[] {
  const path = [...stages]
  for (const { published, stands } of worked)
    for (const [n, stage] of published.model.stages.entries()) {
      if (path.some(({ id }) => id === stage.id) || !stands.some((one) => one.stage === stage.id)) continue
      const before = published.model.stages.slice(0, n).findLast(({ id }) => path.some((one) => one.id === id))
      path.splice(path.findIndex(({ id }) => id === before?.id) + 1, 0, stage)
    }
  return path
}

const named = ({ id, name, account }: Stored) => ({ id, name, account: account?.name ?? null })
