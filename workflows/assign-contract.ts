/** What the assigning begins with: how often it looks, in milliseconds; every ten seconds where left out. */
export type AssignInput = { everyMs?: number }

/** The activity that gives waiting requests to whoever has come free; how many it gave. */
export type AssignSome = () => Promise<number>

export const assignWorkflow = 'assignWaiting'

/** One for all the workers of a queue. */
export const assignWorkflowId = (taskQueue: string): string => `assign-waiting/${taskQueue}`
