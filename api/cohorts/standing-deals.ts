import { whyNotYet } from '#engine'
import type { DealState } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { namesOf } from '../people/names.ts'
import type { Stay } from './cohort-stays.ts'
import type { CohortDeal } from './contract.ts'
import { lateBefore } from './late-before.ts'
import { missingThere } from './missing-there.ts'
import { usualTimes } from './usual-times.ts'

/** Deals where they stand, in the order of their stays, each with what holds it there. */
export async function standingDeals(deps: Deps, stays: Stay[]): Promise<CohortDeal[]> {
  const { db, models, now } = deps
  const [stored, departments] = await Promise.all([
    db.deal.findMany({
      where: { id: { in: stays.map(({ dealId }) => dealId) } },
      include: { account: { select: { name: true } } },
    }),
    db.department.findMany({ select: { id: true, name: true } }),
  ])
  const sellers = await namesOf(
    db,
    stored.map(({ ownerId }) => ownerId),
  )
  const departmentName = (id: string) => departments.find((one) => one.id === id)?.name ?? id
  const items = stays.map(async ({ dealId, stageId, since, late }): Promise<CohortDeal[]> => {
    // A deal that went on since the stays were read is shown once they are read anew.
    const deal = stored.find(({ id }) => id === dealId)
    if (!deal) return []
    const { model, plan } = await models.ofDeal(deal)
    const state = deal.state as unknown as DealState
    const [why] = await whyNotYet(plan, state, now().toISOString(), [stageId])
    return [
      {
        deal: { id: dealId, name: deal.name },
        account: deal.account?.name ?? null,
        seller: { id: deal.ownerId, name: sellers[deal.ownerId] ?? deal.ownerId },
        stage: { id: stageId, name: model.stages.find(({ id }) => id === stageId)?.name ?? stageId },
        since: since.toISOString(),
        late,
        ...missingThere(model, why),
        objections: (why?.objections ?? []).flatMap((id) => {
          const objection = state.objections[id]
          const type = model.objectionTypes.find((one) => one.id === objection?.type)?.name
          return objection ? [{ id, name: objection.statement, type: type ?? objection.type }] : []
        }),
        requests: Object.entries(state.supportRequests)
          .filter(([, { status, blocks, stage }]) => status === 'open' && blocks && stage === stageId)
          .map(([id, { name, department, dueAt }]) => ({
            id,
            name,
            department: departmentName(department),
            dueAt: dueAt ?? null,
          })),
        locks: (why?.locks ?? []).map(departmentName),
      },
    ]
  })
  return (await Promise.all(items)).flat()
}

/** Where these deals stand, those that have stood longest first. */
export async function staysOf({ db, now }: Deps, deals: string[]): Promise<Stay[]> {
  const stored = await db.stay.findMany({
    where: { dealId: { in: deals }, passedAt: null },
    orderBy: [{ since: 'asc' }, { dealId: 'asc' }, { stageId: 'asc' }],
  })
  const usual = await usualTimes(
    db,
    stored.map(({ segmentId, stageId }) => ({ segment: segmentId, stage: stageId })),
  )
  return stored.map(({ dealId, stageId, segmentId, since }) => {
    const late = lateBefore(usual(segmentId, stageId), now())
    return { dealId, stageId, since, late: late !== null && since < late }
  })
}
