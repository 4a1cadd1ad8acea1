import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { evaluate, type Held } from '../evaluate/evaluate.ts'
import type { KnownFacts } from '../facts/fact.ts'
import { knownFacts } from './known-facts.ts'
import { withSignOff } from './sign-off.ts'
import { windowedFacts } from './signing.ts'
import { type SignedLayer, signaturesOf, whoSigns, withAddedSigners } from './who-signs.ts'

/** A deal's chain at an instant: who signs what, what is known without it, the chain's rules that hold, and what follows. */
export type Chain = { plan: Plan; layers: SignedLayer[]; observed: KnownFacts; held: Held; facts: KnownFacts }

/** The chain of a deal as it stands. `plan` in the answer knows the signers who were added to the deal. */
export async function chainOf(given: Plan, state: DealState, now: string): Promise<Chain> {
  const plan = withAddedSigners(given, state)
  const layers = whoSigns(plan, state)
  const observed = { ...knownFacts(plan, state, now), ...windowedFacts(plan, state, signaturesOf(layers), now) }
  const held = await evaluate(plan.chainRules, observed)
  return { plan, layers, observed, held, facts: withSignOff(plan, layers, observed, held) }
}
