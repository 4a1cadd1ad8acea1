import type { Plan } from '../compile/plan.ts'
import type { Held } from '../evaluate/evaluate.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import type { Scalar } from '../model/condition.ts'
import { allOf, isMet, type Signature, type Signing, signatureFact } from './signing.ts'
import { type SignedLayer, signaturesOf } from './who-signs.ts'

/**
 * The facts with those that follow from the decision chain: which layers are signed off, and which commitments the
 * leader of the deal's style covers. `held` are the chain's rules that hold. A layer that is not signed off stays unknown.
 */
export function withSignOff(plan: Plan, layers: SignedLayer[], facts: KnownFacts, held: Held): KnownFacts {
  const known = { ...facts, ...coveredCommitments(plan, layers, facts, held) }
  for (const { id, signing } of layers) if (isMet(signing, known, held)) known[factName.layer(id)] = true
  return known
}

function coveredCommitments(plan: Plan, layers: SignedLayer[], facts: KnownFacts, held: Held): Record<string, Scalar> {
  return Object.fromEntries(
    covers(plan, layers, facts)
      .filter(({ by }) => isMet(by, facts, held))
      .flatMap(({ signature, grade }): [string, Scalar][] =>
        signature.window
          ? [[signatureFact(signature), grade]]
          : [
              [signature.fact, true],
              [factName.grade(signature.fact), grade],
            ],
      ),
  )
}

/** A commitment that nobody has spoken of yet, what the leader has to promise to cover it, and the grade that this gives. */
type Cover = { signature: Signature; by: Signing; grade: number }

/** What the leader of the deal's style covers, or can cover, of the layers beneath. */
export function covers(plan: Plan, layers: SignedLayer[], facts: KnownFacts): Cover[] {
  const leader = leaderOf(plan, facts)
  const promises = (leader && plan.commitmentsOf[leader]) || []
  if (!leader || promises.length === 0) return []
  const beneath = commitmentsBeneath(plan, leader)
  const windowed = signaturesOf(layers).filter(({ fact, window }) => window && beneath.includes(fact))
  const plain: Signature[] = beneath.map((fact) => ({ fact, grade: 1 }))
  const open = [...plain, ...windowed].filter((one) => facts[signatureFact(one)] === undefined)
  return open.map((signature) => {
    const asked = promises.map(
      (promise): Signature => (signature.window ? { ...promise, window: signature.window } : promise),
    )
    const given = asked.map((one) => Number(facts[one.window ? signatureFact(one) : factName.grade(one.fact)] ?? 0))
    return { signature, by: allOf(asked), grade: Math.min(...given) }
  })
}

/** The role that leads a deal of this style, if any does. */
export const leaderOf = (plan: Plan, facts: KnownFacts): string | undefined =>
  plan.styles.find((style) => style.id === facts[factName.style])?.leader

/** The commitments of every layer beneath a leader's own. */
export function commitmentsBeneath(plan: Plan, leader: string): string[] {
  const top = plan.layers.findIndex((layer) => layer.roles.includes(leader))
  return plan.layers
    .slice(0, Math.max(top, 0))
    .flatMap((layer) => layer.roles.flatMap((role) => (plan.commitmentsOf[role] ?? []).map(({ fact }) => fact)))
}
