import { ApplicationFailure } from '@temporalio/activity'
import { type DealEvent, type DealState, type Patch, standingQuestion } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'
import type { Notice } from './step-notices.ts'

/** What one step adds to the record of a deal. */
export type StepRecord = { event: DealEvent; patch: Patch; notices: Notice[]; now: string }

/**
 * Writes a step to the read model in one round trip, by the database's own `store_step`. Asked twice for one step, it
 * stores it once and gives the patch that was stored first; steps that stand in its place, since the workflow never
 * recorded them, go with all that they wrote. A step that comes late, behind those that took its place, fails for good.
 */
export async function storeStep(tx: Transaction, state: DealState, record: StepRecord): Promise<Patch> {
  const rows = JSON.stringify(rowsOf(state, record))
  const [stored] = await tx.$queryRaw<[{ patch: Patch }]>`SELECT store_step(${rows}::jsonb) AS patch`.catch(
    asSuperseded,
  )
  return stored.patch
}

function asSuperseded(error: unknown): never {
  if (error instanceof Error && error.message.includes('step superseded'))
    throw ApplicationFailure.create({ message: error.message, type: 'Superseded', nonRetryable: true, cause: error })
  throw error
}

/** Rows by table, with the columns' names; a column that is left out is null. */
function rowsOf(state: DealState, { event, patch, notices, now }: StepRecord) {
  const { dealId: deal_id, seq } = state
  return {
    deal: dealRow(state),
    version: state.version,
    event: { deal_id, seq, event_id: event.id, kind: event.kind, by_id: event.by, at: now, event, delta: patch },
    tasks: taskRows(state),
    requests: requestRows(state),
    objections: objectionRows(state),
    notices: notices.map(({ userId: user_id, kind, subject }, n) => ({
      id: `${deal_id}.${seq}.${n}`,
      user_id,
      deal_id,
      seq,
      kind,
      subject,
      created_at: now,
    })),
  }
}

const dealRow = (state: DealState) => ({
  id: state.dealId,
  plan_hash: state.planHash,
  name: state.name,
  owner_id: state.owner,
  status: state.status,
  outcome: state.outcome,
  seq: state.seq,
  effort: state.effort,
  open_stages: Object.keys(state.stages).filter((id) => state.stages[id]?.status === 'open'),
  state,
  wake_at: state.wakeAt,
  opened_at: state.openedAt,
  closed_at: state.closedAt,
})

const taskRows = ({ dealId: deal_id, tasks }: DealState) =>
  Object.entries(tasks).map(([id, task]) => ({
    deal_id,
    id,
    name: task.name,
    status: task.status,
    assignee_id: task.assignee,
    stage_id: task.stage,
    action_id: task.action,
    brings: task.brings,
    opened_at: task.openedAt,
    due_at: task.dueAt,
    closed_at: task.closedAt,
    escalated_at: task.escalatedAt,
    seq: task.seq,
  }))

const requestRows = ({ dealId: deal_id, supportRequests }: DealState) =>
  Object.entries(supportRequests).map(([id, request]) => ({
    deal_id,
    id,
    name: request.name,
    trigger_id: request.trigger,
    department_id: request.department,
    owner_id: request.owner,
    status: request.status,
    blocks: request.blocks,
    verdict: request.verdict,
    note: request.note,
    opened_at: request.openedAt,
    due_at: request.dueAt,
    answered_at: request.answeredAt,
    answered_by: request.answeredBy,
    escalated_at: request.escalatedAt,
    seq: request.seq,
    accepted_at: request.acceptedAt,
    asked_back_at: standingQuestion(request)?.at,
  }))

const objectionRows = ({ dealId: deal_id, objections }: DealState) =>
  Object.entries(objections).map(([id, objection]) => ({
    deal_id,
    id,
    type_id: objection.type,
    statement: objection.statement,
    status: objection.status,
    outcome: objection.outcome,
    stage_id: objection.stage,
    raised_by: objection.raisedBy,
    raised_at: objection.raisedAt,
    due_at: objection.dueAt,
    seq: objection.seq,
  }))
