import { z } from 'zod'
import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import { type Chain, chainOf } from '../run/chain-of.ts'
import { withSignOff } from '../run/sign-off.ts'
import { notYetGiven, promised } from './promised.ts'
import { wanted } from './wanted.ts'
import type { MissingFact, WhyNotYet } from './why-not-yet.ts'

/**
 * The buying role whose word moves most, and why. `stages` would lack nothing more once this role has brought `facts`, and
 * `layers` would be signed off; `helps` are stages that need this role and others besides.
 */
export const nextBestPersonSchema = z
  .object({
    role: z.string(),
    facts: z.array(z.string()),
    stages: z.array(z.string()),
    layers: z.array(z.string()),
    helps: z.array(z.string()),
  })
  .meta({ id: 'NextBestPerson' })
export type NextBestPerson = z.infer<typeof nextBestPersonSchema>

/**
 * Who of the customer's is worth the next visit: the role that alone unlocks most stages and layers; among equals the one
 * that more open stages wait for, then the one that helps more. Nobody, where no role has anything to bring. Pure.
 */
export async function nextBestPerson(
  plan: Plan,
  state: DealState,
  why: WhyNotYet[],
  now: string,
): Promise<NextBestPerson | undefined> {
  if (state.status === 'closed') return undefined
  const chain = await chainOf(plan, state, now)
  const signed = await signedOff(chain, {})
  const isOpen = (id: string) => why.some(({ stage, status }) => stage === id && status === 'open')
  const weight = ({ stages, layers, helps }: NextBestPerson) => [
    stages.length + layers.length,
    stages.filter(isOpen).length,
    helps.filter(isOpen).length,
    helps.length,
  ]
  const candidates: NextBestPerson[] = []
  for (const role of Object.keys(chain.plan.commitmentsOf)) {
    const after = await signedOff(chain, promised(chain, [role], now))
    const layers = after.filter((layer) => !signed.includes(layer))
    const { facts, ...unlocked } = unlockedBy(role, wanted(plan, why))
    const signing = layers.length > 0 ? notYetGiven(chain, role, now) : []
    if (facts.length + signing.length > 0)
      candidates.push({ ...unlocked, layers, facts: [...new Set([...facts, ...signing])] })
  }
  return candidates.reduce<NextBestPerson | undefined>(
    (best, one) => (best && !isHeavier(weight(one), weight(best)) ? best : one),
    undefined,
  )
}

function unlockedBy(role: string, why: WhyNotYet[]): Omit<NextBestPerson, 'layers'> {
  const isMine = ({ source }: MissingFact) => source.roles.includes(role)
  const stages: string[] = []
  const helps: string[] = []
  const facts = new Set<string>()
  for (const { stage, sets, objections } of why) {
    const alone = sets.find((set) => set.length > 0 && set.every(isMine))
    const best = alone ?? sets.find((set) => set.some(isMine))
    for (const { fact } of best?.filter(isMine) ?? []) facts.add(fact)
    if (alone && objections.length === 0) stages.push(stage)
    else if (best) helps.push(stage)
  }
  return { role, facts: [...facts], stages, helps }
}

/** The layers that would be signed off if these facts came, too. */
async function signedOff({ plan, layers, observed }: Chain, facts: KnownFacts): Promise<string[]> {
  const then = { ...observed, ...facts }
  const known = withSignOff(plan, layers, then, await evaluate(plan.chainRules, then))
  return layers.map(({ id }) => id).filter((id) => known[factName.layer(id)] === true)
}

function isHeavier(one: number[], other: number[]): boolean {
  const n = one.findIndex((count, place) => count !== other[place])
  return n >= 0 && (one[n] ?? 0) > (other[n] ?? 0)
}
