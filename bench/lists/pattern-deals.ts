import type { Plan } from '#engine'
import { applyPatch, type DealEventInput, type DealState, dealEventSchema } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { createCalendarCache } from '../../workflows/activities/calendar-cache.ts'
import { createPlanCache } from '../../workflows/activities/plan-cache.ts'
import { createTakeStep } from '../../workflows/activities/take-step.ts'
import { enterpriseModel, facts, someValue } from '../enterprise-deal.ts'

/** What every pattern, its seller and its customer are called: a copy has its own in their place. */
export const dealName = 'The Deal'
export const seller = 'the-seller'
export const customer = 'The Customer'
export const patternCount = 100
const patternId = (n: number): string => `the-deal-${n}`

const dayMs = 24 * 3_600_000

type Place = { segmentId: string; versionId: string; plan: Plan }
type Tell = (state: DealState, at: string) => DealEventInput | undefined

/**
 * Deals of ten events each, for many others to be copied from: taken through the rules by the very steps that workers take,
 * to all depths of the purchase, one in five closed. They began up to half a year before `now`.
 */
export async function makePatternDeals(db: Db, place: Place, now: Date): Promise<void> {
  const take = createTakeStep(db, createPlanCache(db), createCalendarCache(db))
  for (let n = 0; n < patternCount; n++) {
    const begun = now.getTime() - (20 + ((n * 37) % 160)) * dayMs
    await db.deal.create({ data: rowBefore(n, place, new Date(begun)) })
    const happens = async (state: DealState | undefined, event: DealEventInput, at: string) =>
      applyPatch(state, await take(state, dealEventSchema.parse(event), at))
    const tells = story(n, place.plan)
    let state = await happens(undefined, opening(n, place.plan), new Date(begun).toISOString())
    for (const [step, tell] of tells.entries()) {
      const at = new Date(begun + ((step + 1) * (now.getTime() - begun)) / (tells.length + 2)).toISOString()
      state = await happens(state, tell(state, at) ?? visit(place.plan, `visit ${step}`, at, []), at)
    }
  }
}

/** As it stands while its workflow has not taken the first step. */
const rowBefore = (n: number, { segmentId, versionId, plan }: Place, openedAt: Date) => ({
  id: patternId(n),
  name: dealName,
  segmentId,
  modelVersionId: versionId,
  planHash: plan.hash,
  ownerId: seller,
  status: 'open',
  seq: 0,
  openStages: [],
  state: {},
  openedAt,
})

const opening = (n: number, plan: Plan): DealEventInput => ({
  kind: 'opened',
  id: 'opened',
  by: seller,
  dealId: patternId(n),
  planHash: plan.hash,
  name: dealName,
  owner: seller,
  observations: [],
})

/** What happens to the n-th pattern, after it was opened: the further on, the more is learnt in each of its visits. */
function story(n: number, plan: Plan): Tell[] {
  const learnt = facts.slice(0, Math.ceil((facts.length * (n + 1)) / patternCount))
  const visits = Array.from({ length: 5 }, (_, k): Tell => {
    const some = learnt.slice((k * learnt.length) / 5, ((k + 1) * learnt.length) / 5)
    return (_state, at) => visit(plan, `visit ${k}`, at, some)
  })
  return [named(n), ...visits, n % 3 === 0 ? objection(n) : done, n % 5 === 1 ? deviation(n) : answered, last(n)]
}

const visit = (plan: Plan, id: string, at: string, learnt: string[]): DealEventInput => ({
  kind: 'interaction-recorded',
  id,
  by: seller,
  interaction: { kind: 'visit', at, note: 'Walked through the offer with the people there.' },
  observations: learnt.map((fact) => ({ id: fact, fact, value: someValue(plan, fact), grade: 'signed' as const })),
})

const named =
  (n: number): Tell =>
  () => ({
    kind: 'person-named',
    id: 'person',
    by: seller,
    role: pick(enterpriseModel.chain.roles, n).id,
    name: customer,
    title: 'Head of operations',
  })

const objection =
  (n: number): Tell =>
  ({ stages }) => ({
    kind: 'objection-raised',
    id: 'objection',
    by: seller,
    type: pick(enterpriseModel.objectionTypes, n).id,
    statement: 'They find the price of the second year too high.',
    ...stageNow(stages),
  })

const deviation =
  (n: number): Tell =>
  ({ stages }) => {
    const { stage } = stageNow(stages)
    return stage === undefined
      ? undefined
      : {
          kind: 'deviated',
          id: 'deviation',
          by: seller,
          deviation: n % 2 ? { kind: 'skip-stage', stage } : { kind: 'add-action', stage, name: 'Call their board' },
          reason: 'Their board decides at its next meeting, before all else.',
        }
  }

const done: Tell = ({ tasks }) => {
  const task = firstOpen(tasks)
  return task === undefined ? undefined : { kind: 'task-completed', id: 'task', by: seller, task }
}

const answered: Tell = ({ supportRequests }) => {
  const request = firstOpen(supportRequests)
  const owner = request && supportRequests[request]?.owner
  return owner && request
    ? { kind: 'support-answered', id: 'answer', by: owner, request, verdict: 'approved', hours: 2 }
    : undefined
}

const last =
  (n: number): Tell =>
  () =>
    n % 5 === 4
      ? { kind: 'closed', id: 'closed', by: seller, outcome: n % 2 ? 'won' : 'lost', reason: 'They have decided.' }
      : undefined

const stageNow = (stages: DealState['stages']): { stage?: string } => {
  const stage = firstOpen(stages)
  return stage === undefined ? {} : { stage }
}

const firstOpen = (things: Record<string, { status: string }>): string | undefined =>
  Object.keys(things).find((id) => things[id]?.status === 'open')

function pick<Thing>(things: readonly Thing[], n: number): Thing {
  return things[n % things.length] as Thing
}
