export type ChangeInput = { batchId: string }

/** The activity that asks the next deals of a batch; `left` is how many still wait. */
export type ChangeSome = (batchId: string) => Promise<{ left: number }>

export const changeWorkflow = 'changeDeals'
export const changeWorkflowId = (batchId: string): string => `batch/${batchId}`
