import type { AskedChange } from '../../workflows/batches-client.ts'
import { beginBatch } from '../batches/begin-batch.ts'
import { requireDepartment } from '../deals/right-to-step.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { cohortStays } from './cohort-stays.ts'
import type { JointRequest, JointTask, Selection } from './contract.ts'

/** Adds one task to many deals, at the stage where each stands, in the background. The answer is the batch. */
export async function addTasks(
  deps: Deps,
  actor: User,
  segment: string,
  task: JointTask,
  key: string,
): Promise<string> {
  const { of, name, reason, due, brings } = task
  const deviation = { kind: 'add-action', name, ...(due && { due }), ...(brings && { brings: [brings] }) }
  const asked: AskedChange = { names: ['deviation', 'stage'], event: { kind: 'deviated', reason, deviation } }
  const targets = (await chosen(deps, segment, of)).map(({ deal, stage }) => ({ dealId: deal, target: stage }))
  return beginBatch(deps, actor, { asked, targets }, key)
}

/** Asks a department for the same on many deals, once a deal, in the background. The answer is the batch. */
export async function askForAll(
  deps: Deps,
  actor: User,
  segment: string,
  request: JointRequest,
  key: string,
): Promise<string> {
  const { of, department, name, details, due } = request
  await requireDepartment(deps, department)
  const asked: AskedChange = {
    names: [],
    event: {
      kind: 'support-requested',
      name,
      details: details ?? '',
      of: { kind: 'department', department },
      ...(due && { due }),
    },
  }
  const deals = new Set((await chosen(deps, segment, of)).map(({ deal }) => deal))
  return beginBatch(deps, actor, { asked, targets: [...deals].map((dealId) => ({ dealId, target: '' })) }, key)
}

async function chosen(deps: Deps, segment: string, of: Selection): Promise<{ deal: string; stage: string }[]> {
  if ('deals' in of) return of.deals
  const { stays } = await cohortStays(deps, segment, of.all)
  return stays.map(({ dealId, stageId }) => ({ deal: dealId, stage: stageId }))
}
