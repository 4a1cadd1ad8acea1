import { type DealState, type Deviation, standingQuestion } from '#engine/deal'

/** What the read model holds of a deal, by table, with the columns' names; a column that is left out is null. */
export const readModelRows = (state: DealState) => ({
  deal: dealRow(state),
  tasks: taskRows(state),
  requests: requestRows(state),
  objections: objectionRows(state),
  deviations: deviationRows(state),
})

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
    waiting: request.waiting,
    reminded_at: request.remindedAt,
    escalated_to: request.escalatedTo,
    hours: request.hours,
    visit_at: request.visit?.at,
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
    about: objection.about,
    strategy: objection.strategy,
    owner_id: objection.owner,
    blocks: objection.blocks,
    escalated_at: objection.escalatedAt,
  }))

/** Choosing a style is none, unless the model suggested another. */
const deviationRows = ({ dealId: deal_id, deviations }: DealState) =>
  Object.entries(deviations)
    .filter(([, { kind, suggested }]) => kind !== 'choose-style' || suggested)
    .map(([id, deviation]) => ({
      deal_id,
      id,
      kind: deviation.kind,
      stage_id: stageOf(deviation),
      target: deviation.target,
      name: deviation.name,
      reason: deviation.reason,
      by_id: deviation.by,
      at: deviation.at,
      seq: deviation.seq,
    }))

/** Deviations that were recorded before they named their stage may have it as their target. */
const stageOf = ({ kind, target, stage }: Deviation): string | undefined =>
  stage ?? (kind === 'skip-stage' || kind === 'add-action' ? target : undefined)
