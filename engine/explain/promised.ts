import { factName, type KnownFacts } from '../facts/fact.ts'
import type { Scalar } from '../model/condition.ts'
import type { Chain } from '../run/chain-of.ts'
import { type Signature, signatureFact } from '../run/signing.ts'
import { signaturesOf } from '../run/who-signs.ts'

/** The facts as they would be with every commitment of these roles given now, well enough evidenced. */
export function promised(chain: Chain, roles: string[], now: string): KnownFacts {
  const { plan, observed } = chain
  const best = (name: string, grade: number) => Math.max(grade, Number(observed[name] ?? 0))
  const commitments = roles.flatMap((role) => plan.commitmentsOf[role] ?? [])
  const windowed = signaturesOf(chain.layers).filter(
    (one) => one.window && isOpen(one, now) && commitments.some(({ fact }) => fact === one.fact),
  )
  return Object.fromEntries([
    ...commitments.flatMap(({ fact, grade }): [string, Scalar][] => [
      [fact, true],
      [factName.grade(fact), best(factName.grade(fact), grade)],
    ]),
    ...windowed.map((one): [string, Scalar] => [signatureFact(one), best(signatureFact(one), one.grade)]),
  ])
}

/** The commitments of a role that are not given yet, or no longer count for a layer that was returned. */
export const notYetGiven = ({ plan, layers, facts }: Chain, role: string, now: string): string[] =>
  (plan.commitmentsOf[role] ?? [])
    .filter(({ fact, grade }) => {
      const again = signaturesOf(layers).filter((one) => one.fact === fact && one.window?.after && isOpen(one, now))
      const isGiven = facts[fact] === true && Number(facts[factName.grade(fact)] ?? 0) >= grade
      return !isGiven || again.some((one) => Number(facts[signatureFact(one)] ?? 0) < one.grade)
    })
    .map(({ fact }) => fact)

const isOpen = ({ window }: Signature, now: string): boolean =>
  (window?.until === undefined || now < window.until) && (window?.from === undefined || now >= window.from)
