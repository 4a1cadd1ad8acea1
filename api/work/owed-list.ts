import { lapsedBy, leftToBring, type ProcessModel } from '#engine'
import { type DealState, nextObjectionStep, type ObjectionStatus, standingQuestion } from '#engine/deal'
import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { OwedRow } from './contract.ts'

const { sql } = Prisma
type Key = { kind: OwedRow['kind']; dealId: string; id: string }

/**
 * What a person owes, over all deals: what departments asked them, since their clocks stand meanwhile; then tasks and the next
 * steps of objections, overdue and due first, at last those without a due time.
 */
export async function owedList(
  deps: Deps,
  actor: User,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<Page<OwedRow>> {
  const { db } = deps
  const owed = sql`(${questions(actor)} UNION ALL ${tasks(actor)} UNION ALL ${objectionSteps(actor)}) AS "owed"`
  const [keys, [{ total }]] = await Promise.all([
    db.$queryRaw<Key[]>`SELECT "kind", "dealId", "id" FROM ${owed}
      ORDER BY "kind" <> 'question', "due" NULLS LAST, "since", "dealId", "id"
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<[{ total: number }]>`SELECT count(*)::INTEGER AS "total" FROM ${owed}`,
  ])
  return { items: await owedRows(deps, keys), total }
}

const tasks = ({ id }: User) => sql`
  SELECT 'task' AS "kind", "deal_id" AS "dealId", "id", "due_at" AS "due", "opened_at" AS "since"
  FROM "task" WHERE "assignee_id" = ${id} AND "status" = 'open'`

const questions = ({ id }: User) => sql`
  SELECT 'question' AS "kind", r."deal_id" AS "dealId", r."id", NULL::TIMESTAMPTZ AS "due", r."asked_back_at" AS "since"
  FROM "deal" d JOIN "support_request" r ON r."deal_id" = d."id"
  WHERE d."owner_id" = ${id} AND d."status" = 'open' AND r."status" = 'open' AND r."asked_back_at" IS NOT NULL`

/** As the engine's `owesStep` says. Two ways to an objection, since each has an index of its own. */
const objectionSteps = ({ id }: User) => sql`
  SELECT 'objection' AS "kind", o."deal_id" AS "dealId", o."id", o."due_at" AS "due", o."raised_at" AS "since"
  FROM (
    SELECT * FROM "objection" WHERE "owner_id" = ${id} AND "status" <> 'closed'
    UNION
    SELECT "objection".* FROM "deal" JOIN "objection" ON "objection"."deal_id" = "deal"."id"
    WHERE "deal"."owner_id" = ${id} AND "deal"."status" = 'open' AND "objection"."status" <> 'closed'
  ) o JOIN "deal" d ON d."id" = o."deal_id"
  WHERE d."status" = 'open' AND CASE o."status"
    WHEN 'fed-back' THEN d."state" #>> ARRAY['objections', o."id", 'implementedBy'] IS DISTINCT FROM ${id}
    ELSE coalesce(o."owner_id", d."owner_id") = ${id} END`

async function owedRows({ db, models, now }: Deps, keys: Key[]): Promise<OwedRow[]> {
  const of = (kind: Key['kind']) => ({
    OR: keys.filter((key) => key.kind === kind).map(({ dealId, id }) => ({ dealId, id })),
  })
  const [deals, tasks, objections, requests, departments] = await Promise.all([
    db.deal.findMany({
      where: { id: { in: [...new Set(keys.map(({ dealId }) => dealId))] } },
      select: { id: true, name: true, modelVersionId: true, state: true, account: { select: { name: true } } },
    }),
    db.task.findMany({ where: of('task') }),
    db.objection.findMany({ where: of('objection') }),
    db.supportRequest.findMany({ where: of('question') }),
    db.department.findMany({ select: { id: true, name: true } }),
  ])
  const stateOf = (id: string) => deals.find((deal) => deal.id === id)?.state as DealState | undefined
  const questionOf = ({ dealId, id }: { dealId: string; id: string }) => {
    const request = stateOf(dealId)?.supportRequests[id]
    return request && standingQuestion(request)
  }
  const names = await namesOf(
    db,
    requests.flatMap((request) => questionOf(request)?.by ?? []),
  )
  const rows = keys.map(async (key): Promise<OwedRow | undefined> => {
    const deal = deals.find(({ id }) => id === key.dealId)
    if (!deal) return undefined
    const { model, plan } = await models.ofDeal(deal)
    const state = deal.state as unknown as DealState
    const is = ({ dealId, id }: { dealId: string; id: string }) => dealId === key.dealId && id === key.id
    const stageName = (id: string | null | undefined) => model.stages.find((stage) => stage.id === id)?.name ?? null
    const on = { dealId: deal.id, dealName: deal.name, account: deal.account?.name ?? null, id: key.id }
    if (key.kind === 'task') {
      const task = tasks.find(is)
      return (
        task && {
          ...on,
          kind: 'task',
          name: task.name,
          stage: stageName(task.stageId),
          brings: leftToBring(state, task.brings, lapsedBy(plan, now().toISOString())).map((id) => effectOf(model, id)),
          ...since(task.openedAt, task),
        }
      )
    }
    if (key.kind === 'objection') {
      const objection = objections.find(is)
      const step = nextObjectionStep[objection?.status as ObjectionStatus]
      return (
        objection &&
        step && {
          ...on,
          kind: 'objection',
          name: objection.statement,
          stage: stageName(objection.stageId),
          step,
          type: model.objectionTypes.find(({ id }) => id === objection.typeId)?.name ?? objection.typeId,
          ...since(objection.raisedAt, objection),
        }
      )
    }
    const request = requests.find(is)
    const question = request && questionOf(request)
    return (
      question && {
        ...on,
        kind: 'question',
        name: request.name,
        stage: stageName(state.supportRequests[request.id]?.stage),
        text: question.text,
        by: names[question.by] ?? question.by,
        department: departments.find(({ id }) => id === request.departmentId)?.name ?? null,
        visitAt: question.visitAt ?? state.supportRequests[request.id]?.visit?.at ?? null,
        openedAt: question.at,
        dueAt: null,
        escalatedAt: null,
      }
    )
  })
  return (await Promise.all(rows)).filter((row) => row !== undefined)
}

const since = (opened: Date, { dueAt, escalatedAt }: { dueAt: Date | null; escalatedAt: Date | null }) => ({
  openedAt: opened.toISOString(),
  dueAt: dueAt?.toISOString() ?? null,
  escalatedAt: escalatedAt?.toISOString() ?? null,
})

type Effect = Extract<OwedRow, { kind: 'task' }>['brings'][number]

function effectOf({ stages }: ProcessModel, id: string): Effect {
  const element = stages.flatMap(({ elements }) => elements).find((one) => one.id === id)
  if (element) return { kind: 'element', id, name: element.name }
  const commitment = stages.flatMap(({ commitments }) => commitments).find((one) => one.id === id)
  return { kind: 'commitment', id, name: commitment?.name ?? id }
}
