import type { Plan, PlannedLayer } from '../compile/plan.ts'
import type { Held } from '../evaluate/evaluate.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import type { Scalar } from '../model/condition.ts'

/**
 * The facts with those that follow from the decision chain: which layers are signed off, and which commitments the
 * leader of the deal's style covers. `held` are the chain's rules that hold. A layer that is not signed off stays unknown.
 */
export function withSignOff(plan: Plan, facts: KnownFacts, held: Held): KnownFacts {
  const known = { ...facts, ...coveredCommitments(plan, facts) }
  for (const layer of plan.layers) if (isSignedOff(plan, layer, known, held)) known[factName.layer(layer.id)] = true
  return known
}

function coveredCommitments(plan: Plan, facts: KnownFacts): Record<string, Scalar> {
  const leader = leaderOf(plan, facts)
  if (!leader || !hasCommitted(plan, leader, facts)) return {}
  const grades = (plan.commitmentsOf[leader] ?? []).map(({ fact }) => Number(facts[factName.grade(fact)] ?? 0))
  const missing = commitmentsBeneath(plan, leader).filter((fact) => facts[fact] === undefined)
  return Object.fromEntries(
    missing.flatMap((fact): [string, Scalar][] => [
      [fact, true],
      [factName.grade(fact), Math.min(...grades)],
    ]),
  )
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

/** A role has committed when it gave every commitment that the model binds to it, at its grade, and there is one. */
export function hasCommitted(plan: Plan, role: string, facts: KnownFacts): boolean {
  const commitments = plan.commitmentsOf[role] ?? []
  return (
    commitments.length > 0 &&
    commitments.every(({ fact, grade }) => facts[fact] === true && Number(facts[factName.grade(fact)] ?? 0) >= grade)
  )
}

/** How many of a layer's roles have to sign; one at least, so that a layer without roles is never signed by nobody. */
export function signaturesNeeded({ rule, roles }: PlannedLayer): number {
  if (rule.kind === 'all') return Math.max(roles.length, 1)
  return rule.kind === 'any' ? 1 : rule.count
}

function isSignedOff(plan: Plan, layer: PlannedLayer, facts: KnownFacts, held: Held): boolean {
  if (layer.notNeeded && held.has(layer.notNeeded)) return true
  if (layer.needed && !held.has(layer.needed)) return false
  const signed = layer.roles.filter((role) => hasCommitted(plan, role, facts)).length
  return signed >= signaturesNeeded(layer) && layer.specialists.every((one) => isSignedBeside(plan, one, facts, held))
}

/** Whether a specialist department has signed beside its layer, or need not. */
export function isSignedBeside(
  plan: Plan,
  { roles, needed, notNeeded }: PlannedLayer['specialists'][number],
  facts: KnownFacts,
  held: Held,
): boolean {
  if (notNeeded && held.has(notNeeded)) return true
  if (needed && !held.has(needed)) return false
  return roles.length > 0 && roles.every((role) => hasCommitted(plan, role, facts))
}
