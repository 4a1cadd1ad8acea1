/** What a move's workflow begins with; what the run before had come to, where there was one. */
export type MoveInput = { moveId: string; paused?: boolean; undoing?: boolean; counts?: MoveCounts }

/** Deals that this workflow has moved or moved back, and deals that it could not. */
export type MoveCounts = { done: number; not: number }
export type MoveProgress = MoveCounts & { paused: boolean; undoing: boolean }

/** The activity that moves the next deals, or moves them back; `left` is how many still wait. */
export type MoveSome = (moveId: string, undoing: boolean) => Promise<MoveCounts & { left: number }>

export const moveWorkflow = 'moveDeals'
export const pauseSignal = 'pause'
export const resumeSignal = 'resume'
export const undoSignal = 'undo'
export const moveProgressQuery = 'progress'

export const moveWorkflowId = (moveId: string): string => `move/${moveId}`
