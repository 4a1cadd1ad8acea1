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
  const learnt = inputs.map(({ id, at: own, saidBy, evidence, files = [], ...observation }) => [
    id,
    {
      ...observation,
      at: own ?? at,
      by,
      seq: state.seq,
      ...(saidBy !== undefined && { saidBy }),
      ...(evidence !== undefined && { evidence }),
      ...(files.length > 0 && { files }),
      ...(interaction !== undefined && { interaction }),
    },
  ])
  return { ...state.observations, ...Object.fromEntries(learnt) }
}
