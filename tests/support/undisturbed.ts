import { advance, type Plan, type Step } from '#engine'
import type { DealEvent, DealState, Patch, SupportRequest } from '#engine/deal'

/** A step as it was recorded: what happened, at which instant, and what it changed. */
export type RecordedStep = { event: DealEvent; at: string; delta: Patch }

/**
 * The states that a deal goes through where nothing disturbs it: its recorded events, one after the other, at their
 * instants, by the rules alone. Whom a request was given to is as it was recorded, since it followed from everybody's load.
 */
export async function undisturbed(plan: Plan, steps: RecordedStep[]): Promise<DealState[]> {
  const states: DealState[] = []
  for (const { event, at, delta } of steps) states.push(asGiven(await advance(plan, states.at(-1), event, at), delta))
  return states
}

function asGiven({ state, effects }: Step, { supportRequests: recorded = {} }: Patch): DealState {
  const given = effects.flatMap((effect) => {
    if (effect.kind !== 'request-support' && effect.kind !== 'route-support') return []
    const { waiting: _, ...request } = state.supportRequests[effect.request] as SupportRequest
    const { owner, waiting } = (recorded as Record<string, Partial<SupportRequest>>)[effect.request] ?? {}
    return request.owner === undefined
      ? [[effect.request, { ...request, ...(owner && { owner }), ...(waiting && { waiting }) }] as const]
      : []
  })
  return { ...state, supportRequests: { ...state.supportRequests, ...Object.fromEntries(given) } }
}
