import type { Client } from '@temporalio/client'
import { type AssignInput, assignWorkflow, assignWorkflowId } from './assign-contract.ts'

/** Lets waiting requests be given out from now on; where that is going on already, nothing changes. */
export async function startAssigning({ workflow }: Client, taskQueue: string, input: AssignInput = {}): Promise<void> {
  await workflow.start<(input: AssignInput) => Promise<void>>(assignWorkflow, {
    workflowId: assignWorkflowId(taskQueue),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
  })
}
