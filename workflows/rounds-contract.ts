/** How often a workflow that never ends looks, in milliseconds; every ten seconds where left out. */
export type RoundsInput = { everyMs?: number }

/** The activity that gives waiting requests to whoever has come free; how many it gave. */
export type AssignSome = () => Promise<number>

/** The activity that sends what notices are to leave the product; how much it tried to send. */
export type DeliverSome = () => Promise<number>

export type RoundsWorkflow = 'assignWaiting' | 'deliverNotices'

const ids: Record<RoundsWorkflow, string> = { assignWaiting: 'assign-waiting', deliverNotices: 'deliver-notices' }

/** One for all the workers of a queue. */
export const roundsId = (name: RoundsWorkflow, taskQueue: string): string => `${ids[name]}/${taskQueue}`
