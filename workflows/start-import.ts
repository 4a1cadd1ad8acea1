import type { Client } from '@temporalio/client'
import { type ImportInput, type ImportProgress, importWorkflow, importWorkflowId } from './import-contract.ts'

/** Lets a stored import's waiting rows be opened; where it is at that already, it goes on. */
export async function startImport(client: Client, taskQueue: string, importId: string) {
  return client.workflow.start<(input: ImportInput) => Promise<ImportProgress>>(importWorkflow, {
    workflowId: importWorkflowId(importId),
    taskQueue,
    args: [{ importId }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  })
}
