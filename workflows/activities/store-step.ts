import { ApplicationFailure } from '@temporalio/activity'
import type { DealEvent, DealState, Patch } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'
import { readModelRows } from './read-model-rows.ts'
import type { Turn } from './route-request.ts'
import type { Notice } from './step-notices.ts'

/** What one step adds to the record of a deal; `turns` are those in which it gave requests. */
export type StepRecord = { event: DealEvent; patch: Patch; notices: Notice[]; now: string; turns?: Turn[] }

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
function rowsOf(state: DealState, { event, patch, notices, now, turns = [] }: StepRecord) {
  const { dealId: deal_id, seq } = state
  return {
    ...readModelRows(state),
    version: state.version,
    event: { deal_id, seq, event_id: event.id, kind: event.kind, by_id: event.by, at: now, event, delta: patch },
    turns: turns.map(({ departmentId, ruleId, userId }) => ({
      department_id: departmentId,
      rule_id: ruleId,
      user_id: userId,
    })),
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
