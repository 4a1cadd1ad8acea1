import { setTimeout } from 'node:timers/promises'
import { type Client, WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client'
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
  refusedFailure,
  stateQuery,
} from './contract.ts'

export type DealsClient = {
  /** Starts a deal's workflow with its first event; a second time it changes nothing. */
  open(dealId: string, event: DealEvent & { kind: 'opened' }): Promise<DealChanged>
  /** Asks a deal for a change and waits for it. Throws the `DomainError` of a refusal. */
  change(dealId: string, change: DealChange): Promise<DealChanged>
  state(dealId: string): Promise<DealState | undefined>
}

/** Together some two and a half seconds of asking again. */
const attempts = 10

type StartDeal = (input: DealInput) => Promise<void>

/** The deals' workflows, as the rest of the product speaks to them. */
export function createDealsClient(client: Client, taskQueue: string): DealsClient {
  const { workflow } = client
  return {
    open(dealId, event) {
      const start = new WithStartWorkflowOperation<StartDeal>(dealWorkflow, {
        workflowId: dealWorkflowId(dealId),
        taskQueue,
        args: [{ dealId }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      })
      return workflow
        .executeUpdateWithStart<StartDeal, DealChanged, [DealChange]>(changeUpdate, {
          startWorkflowOperation: start,
          updateId: event.id,
          args: [{ event }],
        })
        .catch(asDomainError)
    },
    change(dealId, change) {
      const handle = workflow.getHandle(dealWorkflowId(dealId))
      const ask = () =>
        handle.executeUpdate<DealChanged, [DealChange]>(changeUpdate, { updateId: change.event.id, args: [change] })
      return untilTaken(ask).catch(asDomainError)
    },
    state(dealId) {
      return workflow.getHandle(dealWorkflowId(dealId)).query<DealState | undefined>(stateQuery)
    },
  }
}

/**
 * A server under a burst of changes to one deal turns some away before the workflow has seen them. They were not taken, so
 * they are asked again, with the same id.
 */
async function untilTaken(ask: () => Promise<DealChanged>): Promise<DealChanged> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (error) {
      const isTurnedAway = error instanceof WorkflowUpdateFailedError && rootOf(error)?.type === 'UnprocessedUpdate'
      if (!isTurnedAway || attempt === attempts) throw error
      await setTimeout(attempt * 50)
    }
  }
}

function asDomainError(error: unknown): never {
  const cause = error instanceof WorkflowUpdateFailedError ? rootOf(error) : undefined
  if (cause?.type !== refusedFailure) throw error
  const [code, details] = (cause.details ?? []) as [DomainErrorCode, ErrorDetails]
  if (!domainErrorCodes.includes(code)) throw error
  throw new DomainError(code, cause.message, details)
}

/** The refusal itself; one that comes from the step's activity is wrapped in an activity failure. */
function rootOf(error: Error): ApplicationFailure | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof ApplicationFailure) return cause
  return undefined
}
