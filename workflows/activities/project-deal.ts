import type { DealEvent, DealState, Patch } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'

type Transaction = Parameters<Parameters<Db['$transaction']>[0]>[0]
type Json = NonNullable<Parameters<Db['dealEvent']['create']>[0]>['data']['event']

/** What one step adds to the record of a deal. */
export type StepRecord = { event: DealEvent; patch: Patch; now: string }

const date = (instant: string | undefined): Date | null => (instant ? new Date(instant) : null)

/**
 * Writes a step to the read model. Rows at or after its sequence number are of steps that the workflow never recorded (its
 * worker died between the transaction and the history), so they go first, and the deal's lists are written anew.
 */
export async function projectDeal(
  tx: Transaction,
  previous: DealState | undefined,
  state: DealState,
  { event, patch, now }: StepRecord,
): Promise<void> {
  const { dealId, seq } = state
  const orphans = await tx.dealEvent.deleteMany({ where: { dealId, seq: { gte: seq } } })
  if (orphans.count > 0) await tx.notification.deleteMany({ where: { dealId, seq: { gte: seq } } })
  const since = orphans.count > 0 ? undefined : previous
  await writeDeal(tx, state)
  await tx.dealEvent.create({
    data: {
      dealId,
      seq,
      eventId: event.id,
      kind: event.kind,
      byId: event.by,
      at: new Date(now),
      event: event as unknown as Json,
      delta: patch as unknown as Json,
    },
  })
  await writeTasks(tx, since, state)
  await writeRequests(tx, since, state)
  await writeObjections(tx, since, state)
}

async function writeDeal(tx: Transaction, state: DealState): Promise<void> {
  await tx.deal.update({
    where: { id: state.dealId },
    data: {
      name: state.name,
      ownerId: state.owner,
      status: state.status,
      outcome: state.outcome ?? null,
      seq: state.seq,
      effort: state.effort,
      openStages: Object.keys(state.stages).filter((id) => state.stages[id]?.status === 'open'),
      state: state as unknown as Json,
      wakeAt: date(state.wakeAt),
      openedAt: new Date(state.openedAt),
      closedAt: date(state.closedAt),
    },
  })
}

/** Ids of the items that are new or were changed by this step; all of them where there is nothing to compare with. */
function changed<Item>(previous: Record<string, Item> | undefined, items: Record<string, Item>): [string, Item][] {
  return Object.entries(items).filter(
    ([id, item]) => !previous || JSON.stringify(previous[id]) !== JSON.stringify(item),
  )
}

async function writeTasks(tx: Transaction, previous: DealState | undefined, state: DealState): Promise<void> {
  const { dealId } = state
  const rows = changed(previous?.tasks, state.tasks)
  await tx.task.deleteMany({ where: previous ? { dealId, id: { in: rows.map(([id]) => id) } } : { dealId } })
  await tx.task.createMany({
    data: rows.map(([id, task]) => ({
      dealId,
      id,
      name: task.name,
      status: task.status,
      assigneeId: task.assignee,
      stageId: task.stage ?? null,
      actionId: task.action ?? null,
      brings: task.brings,
      openedAt: new Date(task.openedAt),
      dueAt: date(task.dueAt),
      closedAt: date(task.closedAt),
      escalatedAt: date(task.escalatedAt),
      seq: task.seq,
    })),
  })
}

async function writeRequests(tx: Transaction, previous: DealState | undefined, state: DealState): Promise<void> {
  const { dealId } = state
  const rows = changed(previous?.supportRequests, state.supportRequests)
  await tx.supportRequest.deleteMany({ where: previous ? { dealId, id: { in: rows.map(([id]) => id) } } : { dealId } })
  await tx.supportRequest.createMany({
    data: rows.map(([id, request]) => ({
      dealId,
      id,
      name: request.name,
      triggerId: request.trigger,
      departmentId: request.department,
      ownerId: request.owner ?? null,
      status: request.status,
      blocks: request.blocks,
      verdict: request.verdict ?? null,
      note: request.note ?? null,
      openedAt: new Date(request.openedAt),
      dueAt: date(request.dueAt),
      answeredAt: date(request.answeredAt),
      answeredBy: request.answeredBy ?? null,
      escalatedAt: date(request.escalatedAt),
      seq: request.seq,
    })),
  })
}

async function writeObjections(tx: Transaction, previous: DealState | undefined, state: DealState): Promise<void> {
  const { dealId } = state
  const rows = changed(previous?.objections, state.objections)
  await tx.objection.deleteMany({ where: previous ? { dealId, id: { in: rows.map(([id]) => id) } } : { dealId } })
  await tx.objection.createMany({
    data: rows.map(([id, objection]) => ({
      dealId,
      id,
      typeId: objection.type,
      statement: objection.statement,
      status: objection.status,
      outcome: objection.outcome ?? null,
      stageId: objection.stage ?? null,
      raisedBy: objection.raisedBy,
      raisedAt: new Date(objection.raisedAt),
      dueAt: date(objection.dueAt),
      seq: objection.seq,
    })),
  })
}
