import { setTimeout } from 'node:timers/promises'
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import {
  type DealEvent,
  type DealState,
  DomainError,
  type DomainErrorCode,
  domainErrorCodes,
  type ErrorDetails,
} from '#engine/deal'
import {
  changeUpdate,
  type DealChange,
  type DealChanged,
  type DealInput,
  dealWorkflow,
  dealWorkflowId,
  handingOverFailure,
  refusedFailure,
  stateQuery,
  takenQuery,
} from './contract.ts'
import { inTime, isOutOfTime } from './in-time.ts'

/**
 * The deals' workflows, as the rest of the product speaks to them. Each call throws the `DomainError` of a refusal.
 *
 * An answer is a promise: the change is in the deal's history and in the read model. No answer is none: after `patience`
 * a call throws NOT_CONFIRMED_YET, and the change may have been taken, may be taken later, or not at all, since the
 * server keeps a change only from the moment that a worker accepts it. Whoever asks again with the same event learns
 * which, and it counts once.
 */
export type DealsClient = {
  /** Starts a deal's workflow with its first event; a second time it changes nothing. */
  open(dealId: string, event: DealEvent & { kind: 'opened' }): Promise<DealChanged>
  /** Asks a deal for a change and waits for it. */
  change(dealId: string, change: DealChange): Promise<DealChanged>
  /** The state itself, not the read model; of a closed deal too, as long as the server keeps its history. */
  state(dealId: string): Promise<DealState | undefined>
}

/** `patience` is in milliseconds. `stepsPerRun` is how many turns the deals opened here take before a run hands over. */
type Settings = { patience?: number; stepsPerRun?: number }

type StartDeal = (input: DealInput) => Promise<void>
type Ask = () => Promise<DealChanged>

export function createDealsClient(
  client: Client,
  taskQueue: string,
  { patience = 20_000, stepsPerRun }: Settings = {},
): DealsClient {
  const { workflow } = client
  const handleOf = (dealId: string) => workflow.getHandle(dealWorkflowId(dealId))

  async function untilAnswered(ask: Ask): Promise<DealChanged> {
    const giveUpAt = performance.now() + patience
    const left = () => giveUpAt - performance.now()
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTime(client, left(), ask)
      } catch (error) {
        // A deadline that passes before its time is one of a clock that was set forward: there is time left to ask again.
        if (!isTurnedAway(error) && !isOutOfTime(error)) throw error
        const pause = Math.min(attempt * 50, 1000)
        if (pause >= left()) throw notConfirmedYet(error)
        await setTimeout(pause)
      }
    }
  }

  /** What a workflow that takes nothing more says to a change: its answer where it had taken it, else that it is over. */
  async function answerOfEnded(dealId: string, event: DealEvent): Promise<DealChanged> {
    const seq = await inTime(client, patience, () =>
      handleOf(dealId).query<number | undefined, [string]>(takenQuery, event.id),
    ).catch(asDomainError(dealId))
    if (seq !== undefined) return { seq }
    throw new DomainError(
      'DEAL_CLOSED',
      'This deal is closed and takes no more changes. Open a new deal if it comes back.',
      { deal: dealId },
    )
  }

  const hasEnded = (error: unknown): boolean =>
    error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError

  const asked = (dealId: string, event: DealEvent, ask: Ask): Promise<DealChanged> =>
    untilAnswered(ask).catch((error: unknown) =>
      hasEnded(error) ? answerOfEnded(dealId, event) : asDomainError(dealId)(error),
    )

  return {
    open(dealId, event) {
      const input: DealInput = { dealId, ...(stepsPerRun !== undefined && { stepsPerRun }) }
      return asked(dealId, event, () =>
        workflow.executeUpdateWithStart<StartDeal, DealChanged, [DealChange]>(changeUpdate, {
          startWorkflowOperation: new WithStartWorkflowOperation<StartDeal>(dealWorkflow, {
            workflowId: dealWorkflowId(dealId),
            taskQueue,
            args: [input],
            workflowIdConflictPolicy: 'USE_EXISTING',
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
          }),
          args: [{ event }],
        }),
      )
    },
    change(dealId, change) {
      return asked(dealId, change.event, () =>
        handleOf(dealId).executeUpdate<DealChanged, [DealChange]>(changeUpdate, { args: [change] }),
      )
    },
    state(dealId) {
      return inTime(client, patience, () => handleOf(dealId).query<DealState | undefined>(stateQuery)).catch(
        asDomainError(dealId),
      )
    },
  }
}

/** Failures of updates that no workflow has taken: it was handing over, or the worker or the run went away meanwhile. */
const untaken = [handingOverFailure, 'UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow']
/** gRPC's RESOURCE_EXHAUSTED: the server lets only so many changes of one deal be in flight. */
const tooManyAtOnce = 8

/** Whether a change was turned away before it was taken, so that it can be asked again with the same event. */
function isTurnedAway(error: unknown): boolean {
  if (error instanceof WorkflowUpdateFailedError) return untaken.includes(rootOf(error)?.type ?? '')
  return error instanceof ServiceError && isGrpcServiceError(error.cause) && error.cause.code === tooManyAtOnce
}

const notConfirmedYet = (cause: unknown): DomainError =>
  Object.assign(
    new DomainError(
      'NOT_CONFIRMED_YET',
      'The deal has not confirmed this change yet, and may still take it. Ask again with the same key in a moment: it counts once.',
    ),
    { cause },
  )

const asDomainError =
  (dealId: string) =>
  (error: unknown): never => {
    if (error instanceof WorkflowNotFoundError)
      throw new DomainError('DEAL_NOT_FOUND', 'There is no deal under this number. Open it first.', { deal: dealId })
    const cause = error instanceof WorkflowUpdateFailedError ? rootOf(error) : undefined
    if (cause?.type !== refusedFailure) throw error
    const [code, details] = (cause.details ?? []) as [DomainErrorCode, ErrorDetails]
    if (!domainErrorCodes.includes(code)) throw error
    throw new DomainError(code, cause.message, details)
  }

/** The refusal itself, below whatever it is wrapped in. */
function rootOf(error: Error): ApplicationFailure | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof ApplicationFailure) return cause
  return undefined
}
