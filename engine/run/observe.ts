import type { ObservationInput } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'

/** The observations of a deal with those that an event brings. */
export function observe(
  state: DealState,
  inputs: ObservationInput[],
  by: string,
  at: string,
  interaction: string | undefined,
) {
  const learnt = inputs.map(({ id, at: own, saidBy, evidence, ...observation }) => [
    id,
    {
      ...observation,
      at: own ?? at,
      by,
      seq: state.seq,
      ...(saidBy !== undefined && { saidBy }),
      ...(evidence !== undefined && { evidence }),
      ...(interaction !== undefined && { interaction }),
    },
  ])
  return { ...state.observations, ...Object.fromEntries(learnt) }
}
