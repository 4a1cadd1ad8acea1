import type { DealState } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'

/** A deal after what an event says, and what is new about it. */
export type Applied = { state: DealState; effects: Effect[] }
