import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { applyPatch, type DealEvent, type DealState, DomainError, refuse } from '#engine/deal'
import {
  changeUpdate,
  type DealChange,
  type DealChanged,
  type DealInput,
  type Handled,
  pingUpdate,
  refusedFailure,
  stateQuery,
  type TakeStep,
} from './contract.ts'

const { takeStep } = proxyLocalActivities<{ takeStep: TakeStep }>({
  startToCloseTimeout: '20 seconds',
  retry: {
    initialInterval: '200 milliseconds',
    maximumInterval: '10 seconds',
    nonRetryableErrorTypes: [refusedFailure],
  },
})

/** How many taken events are remembered, so that a request that comes twice counts once. */
const remembered = 500
/** Steps after which a run hands over to the next, far below the server's limit on history. */
const stepsPerRun = 300

/** One deal, from its first contact to its end. It keeps the state, lets one event at a time step it, and wakes it up. */
export async function deal(input: DealInput): Promise<void> {
  let state = input.state
  let handled: Handled[] = input.handled ?? []
  let steps = 0
  let lastInLine: Promise<unknown> = Promise.resolve()

  const seqOf = (eventId: string) => handled.find(([id]) => id === eventId)?.[1]

  async function take(event: DealEvent): Promise<DealChanged> {
    const seq = seqOf(event.id)
    if (seq !== undefined) return { seq }
    const refusal = refuse(state, event)
    if (refusal) throw asFailure(refusal)
    state = applyPatch(state, await takeStep(state, event, new Date().toISOString()))
    steps += 1
    handled = [...handled, [event.id, state.seq] satisfies Handled].slice(-remembered)
    return { seq: state.seq }
  }

  /** Events are worked one at a time, in the order they came. */
  function inLine(event: DealEvent): Promise<DealChanged> {
    const turn = lastInLine.then(() => take(event))
    lastInLine = turn.catch(() => undefined)
    return turn
  }

  setHandler(defineUpdate<DealChanged, [DealChange]>(changeUpdate), ({ event }) => inLine(event), {
    validator: ({ event, expectedSeq }) => {
      if (seqOf(event.id) !== undefined) return
      const refusal = isStale(state, expectedSeq) ?? refuse(state, event)
      if (refusal) throw asFailure(refusal)
    },
  })
  setHandler(defineUpdate<number, []>(pingUpdate), async () => state?.seq ?? 0)
  setHandler(defineQuery<DealState | undefined>(stateQuery), () => state)

  const isOver = () => state?.status === 'closed' && allHandlersFinished()
  const mustHandOver = () => steps >= stepsPerRun || workflowInfo().continueAsNewSuggested

  while (!isOver()) {
    const wakeAt = state?.wakeAt
    const changed = () => isOver() || mustHandOver() || state?.wakeAt !== wakeAt
    const moved = wakeAt
      ? await condition(changed, Math.max(Date.parse(wakeAt) - Date.now(), 1))
      : await condition(changed).then(() => true)
    if (!moved && wakeAt) await inLine({ kind: 'woken', id: `woken.${wakeAt}`, by: 'clock' })
    if (mustHandOver() && !isOver()) {
      await condition(allHandlersFinished)
      await continueAsNew<typeof deal>({ dealId: input.dealId, handled, ...(state && { state }) })
    }
  }
}

function isStale(state: DealState | undefined, expectedSeq: number | undefined): DomainError | undefined {
  const seq = state?.seq ?? 0
  if (expectedSeq === undefined || expectedSeq === seq) return undefined
  return new DomainError(
    'STALE_VERSION',
    `The deal has moved on: it is at step ${seq}, you saw step ${expectedSeq}. Reload it and try again.`,
    { seq, expectedSeq },
  )
}

const asFailure = (refusal: DomainError): ApplicationFailure =>
  ApplicationFailure.nonRetryable(refusal.message, refusedFailure, refusal.code, refusal.details)
