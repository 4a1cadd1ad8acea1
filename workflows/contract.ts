import type { DealEvent, DealState, Patch } from '#engine/deal'

/**
 * What a deal's workflow begins with. `state`, `handled` and `lastAt`, the instant of the last step, come from the run before,
 * where there was one. `stepsPerRun` is how many turns a run takes before it hands over; where left out, some hundreds.
 */
export type DealInput = {
  dealId: string
  stepsPerRun?: number
  state?: DealState
  handled?: Handled[]
  lastAt?: string
}

/** An event that was taken: its id, so that the same request counts once, and the step that it became. */
export type Handled = [eventId: string, seq: number]

/** A change that is asked of a deal. With `expectedSeq`, it is refused where the deal has moved on since. */
export type DealChange = { event: DealEvent; expectedSeq?: number }

/** What the asker learns: the deal's sequence number after the change, which the read model has reached. */
export type DealChanged = { seq: number }

/** The local activity that takes one step: rules, owners and read model in one transaction. */
export type TakeStep = (state: DealState | undefined, event: DealEvent, now: string) => Promise<Patch>

export const dealWorkflow = 'deal'
export const changeUpdate = 'change'
export const pingUpdate = 'ping'
export const stateQuery = 'state'
/** Answers with the step that an event became, or with nothing where the deal remembers no such event. */
export const takenQuery = 'taken'

export const dealWorkflowId = (dealId: string): string => `deal/${dealId}`

/** Failure type of a refused change; its details are the `DomainError`'s code, then its details. */
export const refusedFailure = 'Refused'
/** Failure type of a change that came while a run hands over to the next: it left no trace and is to be asked again. */
export const handingOverFailure = 'HandingOver'
