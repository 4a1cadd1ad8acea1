import type { Client } from '@temporalio/client'
import { type RoundsInput, type RoundsWorkflow, roundsId } from './rounds-contract.ts'

/** Lets a workflow that never ends go on from now on; where it does already, nothing changes. */
export async function startRounds(
  { workflow }: Client,
  name: RoundsWorkflow,
  taskQueue: string,
  input: RoundsInput = {},
): Promise<void> {
  await workflow.start<(input: RoundsInput) => Promise<void>>(name, {
    workflowId: roundsId(name, taskQueue),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
  })
}
