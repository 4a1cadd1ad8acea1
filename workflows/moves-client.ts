import { type Client, isGrpcServiceError, ServiceError, WorkflowNotFoundError } from '@temporalio/client'
import { DomainError } from '#engine/deal'
import { inTime, isOutOfTime } from './in-time.ts'
import {
  type MoveInput,
  type MoveProgress,
  moveProgressQuery,
  moveWorkflow,
  moveWorkflowId,
  pauseSignal,
  resumeSignal,
  undoSignal,
} from './move-contract.ts'

/** The moves' workflows, as the rest of the product speaks to them. Each call may come twice, and counts once. */
export type MovesClient = {
  /** Lets a stored move begin; where it is at that already, it goes on. */
  start(moveId: string): Promise<void>
  /** Deals that are being moved are moved to their end; no other is begun. Throws MOVE_ENDED where none is left. */
  pause(moveId: string): Promise<void>
  /** Lets a paused move go on, and one that nothing works on: to its end, or back where it is being undone. */
  resume(moveId: string, undoing: boolean): Promise<void>
  /** Moves back what was moved, at once where the move is through, else from where it is. */
  undo(moveId: string): Promise<void>
  /** How a move goes; nothing where none is at work on it. */
  progress(moveId: string): Promise<MoveProgress | undefined>
}

/** How long a worker may take to say how a move stands, in milliseconds. */
const queryPatience = 3000

type MoveDeals = (input: MoveInput) => Promise<MoveProgress>

/** `patience` is in milliseconds. */
export function createMovesClient(client: Client, taskQueue: string, patience = 10_000): MovesClient {
  const { workflow } = client
  const patiently = <Answer>(ask: () => Promise<Answer>) => inTime(client, patience, ask)
  const handleOf = (moveId: string) => workflow.getHandle(moveWorkflowId(moveId))
  const signalOrStart = (moveId: string, signal: string, input: MoveInput) =>
    patiently(() =>
      workflow.signalWithStart<MoveDeals>(moveWorkflow, {
        workflowId: moveWorkflowId(moveId),
        taskQueue,
        args: [input],
        signal,
      }),
    )
  return {
    async start(moveId) {
      await patiently(() =>
        workflow.start<MoveDeals>(moveWorkflow, {
          workflowId: moveWorkflowId(moveId),
          taskQueue,
          args: [{ moveId }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      )
    },
    async pause(moveId) {
      await patiently(() => handleOf(moveId).signal(pauseSignal)).catch((error: unknown) => {
        throw error instanceof WorkflowNotFoundError ? moveEnded(moveId) : error
      })
    },
    async resume(moveId, undoing) {
      await signalOrStart(moveId, resumeSignal, { moveId, undoing })
    },
    async undo(moveId) {
      await signalOrStart(moveId, undoSignal, { moveId, undoing: true })
    },
    async progress(moveId) {
      try {
        const { status } = await patiently(() => handleOf(moveId).describe())
        if (status.name !== 'RUNNING') return undefined
        // It is a worker that answers: where there is none, nothing works on the move.
        return await inTime(client, queryPatience, () => handleOf(moveId).query<MoveProgress>(moveProgressQuery))
      } catch (error) {
        if (error instanceof WorkflowNotFoundError || isUnanswered(error)) return undefined
        throw error
      }
    },
  }
}

export const moveEnded = (move: string): DomainError =>
  new DomainError('MOVE_ENDED', 'This move is through already. Undo it, if it should not have been.', { move })

/** gRPC's FAILED_PRECONDITION: no worker has been seen for a while. */
const noWorker = 9

const isUnanswered = (error: unknown): boolean =>
  isOutOfTime(error) ||
  (error instanceof ServiceError && isGrpcServiceError(error.cause) && error.cause.code === noWorker)
