import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineUpdate,
  isCancellation,
  proxyLocalActivities,
  setHandler,
  TemporalFailure,
  workflowInfo,
} from '@temporalio/workflow'
import { applyPatch, type DealEvent, type DealState, DomainError, refuse } from '#engine/deal'
import {
  changeUpdate,
  type DealChange,
  type DealChanged,
  type DealInput,
  type Handled,
  handingOverFailure,
  pingUpdate,
  refusedFailure,
  stateQuery,
  type TakeStep,
  takenQuery,
} from './contract.ts'
import { bytesOf, refuseUnstorable } from './refuse-unstorable.ts'

const { takeStep } = proxyLocalActivities<{ takeStep: TakeStep }>({
  startToCloseTimeout: '20 seconds',
  // While the database is away a step is tried again; after this long the line behind it goes on without it.
  scheduleToCloseTimeout: '5 minutes',
  retry: {
    initialInterval: '200 milliseconds',
    maximumInterval: '10 seconds',
    // A refusal, and faults in our own code, are the same at every attempt.
    nonRetryableErrorTypes: [
      refusedFailure,
      'TypeError',
      'RangeError',
      'ReferenceError',
      'PrismaClientValidationError',
    ],
  },
})

/** How many taken events are remembered, so that a request that comes twice counts once. */
const remembered = 2000
/** Turns after which a run hands over to the next: history stays far below the server's 2,000 updates and 10,240 events. */
const usualStepsPerRun = 300
/** After a wake-up that failed the deal tries again, ever more seldom, up to once an hour. In milliseconds. */
const [firstPause, longestPause] = [5000, 3_600_000]

/** One deal, from its first contact to its end. It keeps the state, lets one event at a time step it, and wakes it up. */
export async function deal(input: DealInput): Promise<void> {
  let state = input.state
  let bytes = bytesOf(state)
  let handled: Handled[] = input.handled ?? []
  let lastAt = Date.parse(input.lastAt ?? '') || 0
  let turns = 0
  let lastInLine: Promise<unknown> = Promise.resolve()

  const seqOf = (eventId: string) => handled.find(([id]) => id === eventId)?.[1]
  const isOver = () => state?.status === 'closed' && allHandlersFinished()
  const mustHandOver = () => turns >= (input.stepsPerRun ?? usualStepsPerRun) || workflowInfo().continueAsNewSuggested
  const refusalOf = ({ event, expectedSeq }: DealChange) =>
    refuseStale(state, expectedSeq) ?? refuse(state, event) ?? refuseUnstorable(bytes, event)

  /** Turns are taken one at a time, in the order they came. */
  function inLine<Result>(turn: () => Promise<Result>): Promise<Result> {
    turns += 1
    const result = lastInLine.then(turn)
    lastInLine = result.catch(() => undefined)
    return result
  }

  async function change(asked: DealChange): Promise<DealChanged> {
    const seq = seqOf(asked.event.id)
    if (seq !== undefined) return { seq }
    // The validator judged the state as it was when the change came; others have been ahead of it in the line.
    const refusal = refusalOf(asked)
    if (refusal) throw asFailure(refusal)
    return step(asked.event)
  }

  /** Lets what was due at `wakeAt` happen, unless a change has come first. Whether the step could be taken. */
  async function wake(wakeAt: string): Promise<boolean> {
    if (state?.wakeAt !== wakeAt) return true
    // A server's clock that runs behind must not make the same instant ring twice.
    const woken: DealEvent = { kind: 'woken', id: `woken.${state.seq + 1}`, by: 'clock' }
    return step(woken, Date.parse(wakeAt)).then(() => true, toFalse)
  }

  /** Steps are taken at the server's time, but none before `earliest`, nor before the last one, should that clock be set back. */
  async function step(event: DealEvent, earliest = 0): Promise<DealChanged> {
    const now = Math.max(Date.now(), lastAt, earliest)
    const patch = await takeStep(state, event, new Date(now).toISOString()).catch(asStepFailure)
    lastAt = now
    state = applyPatch(state, patch)
    bytes += bytesOf(patch)
    handled = [...handled, [event.id, state.seq] satisfies Handled].slice(-remembered)
    return { seq: state.seq }
  }

  setHandler(
    defineUpdate<DealChanged, [DealChange]>(changeUpdate),
    (asked: DealChange) => inLine(() => change(asked)),
    {
      validator: (asked) => {
        // Were it accepted, a deal under a steady stream of changes would never find the moment to hand over.
        if (mustHandOver()) throw handingOver()
        if (seqOf(asked.event.id) !== undefined) return
        const refusal = refusalOf(asked)
        if (refusal) throw asFailure(refusal)
      },
    },
  )
  setHandler(defineUpdate<number, []>(pingUpdate), async () => state?.seq ?? 0)
  setHandler(defineQuery<DealState | undefined>(stateQuery), () => state)
  setHandler(defineQuery<number | undefined, [string]>(takenQuery), seqOf)

  let pause = 0
  while (!isOver()) {
    const wakeAt = state?.wakeAt
    const changed = () => isOver() || mustHandOver() || state?.wakeAt !== wakeAt
    if (!wakeAt) await condition(changed)
    else if (await condition(changed, Math.max(Date.parse(wakeAt) - Date.now(), pause, 1))) pause = 0
    else pause = (await inLine(() => wake(wakeAt))) ? 0 : Math.min(Math.max(pause * 2, firstPause), longestPause)
    if (!mustHandOver()) continue
    await condition(allHandlersFinished)
    if (!isOver())
      await continueAsNew<typeof deal>({
        ...input,
        handled,
        ...(state && { state, lastAt: new Date(lastAt).toISOString() }),
      })
  }
}

function refuseStale(state: DealState | undefined, expectedSeq: number | undefined): DomainError | undefined {
  const seq = state?.seq ?? 0
  if (expectedSeq === undefined || expectedSeq === seq) return undefined
  return new DomainError(
    'STALE_VERSION',
    `The deal has moved on: it is at step ${seq}, you saw step ${expectedSeq}. Reload it and try again.`,
    { seq, expectedSeq },
  )
}

const asFailure = (refusal: DomainError, cause?: Error): ApplicationFailure =>
  ApplicationFailure.create({
    message: refusal.message,
    type: refusedFailure,
    nonRetryable: true,
    details: [refusal.code, refusal.details],
    ...(cause && { cause }),
  })

const handingOver = (): ApplicationFailure =>
  ApplicationFailure.nonRetryable('The deal hands over to its next run. Ask again.', handingOverFailure)

/** What the asker hears of a step that failed: a refusal in its own words, anything else as a change that was not taken. */
function asStepFailure(error: unknown): never {
  if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error
  // A local activity's failure comes as it is or wrapped, by how the attempts ended.
  const cause = error instanceof ActivityFailure ? error.cause : error
  if (cause instanceof ApplicationFailure && cause.type === refusedFailure) throw cause
  throw asFailure(
    new DomainError(
      'CHANGE_NOT_TAKEN',
      'The deal could not take this change, and goes on without it. Try again; if it stays so, tell your administrator.',
    ),
    error,
  )
}

/** A failure of the step is the server's to tell; a fault of this code has to stop the workflow task, so that it is mended. */
function toFalse(error: unknown): false {
  if (error instanceof TemporalFailure) return false
  throw error
}
