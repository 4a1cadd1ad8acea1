import { z } from 'zod'
import type { Plan, PlannedLayer } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { holdersOf } from '../deal/holders.ts'
import { evaluate, type Held } from '../evaluate/evaluate.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import { knownFacts } from '../run/known-facts.ts'
import { hasCommitted, leaderOf, signaturesNeeded, withSignOff } from '../run/sign-off.ts'
import { wanted } from './wanted.ts'
import type { WhyNotYet } from './why-not-yet.ts'

/**
 * What can go wrong in a decision chain. `alone`: a role that every way to complete these stages needs, and that no more
 * than one person holds, so that one person can stop it. `noPath`: a layer that is needed and that nobody we know of can
 * sign: for `unbound` roles nobody is named, and who holds `opposed` ones is against us.
 */
export const chainRisksSchema = z
  .object({
    alone: z.array(z.object({ role: z.string(), stages: z.array(z.string()) })),
    noPath: z.array(z.object({ layer: z.string(), unbound: z.array(z.string()), opposed: z.array(z.string()) })),
  })
  .meta({ id: 'ChainRisks' })
export type ChainRisks = z.infer<typeof chainRisksSchema>

/** Where one person alone can stop a deal, and which layers have no path to a signature. Pure. */
export async function chainRisks(plan: Plan, state: DealState, why: WhyNotYet[], now: string): Promise<ChainRisks> {
  if (state.status === 'closed') return { alone: [], noPath: [] }
  const observed = knownFacts(plan, state, now)
  const held = await evaluate(plan.chainRules, observed)
  const facts = withSignOff(plan, observed, held)
  return { alone: aloneIn(plan, state, wanted(plan, why)), noPath: withoutPath(plan, state, facts, held) }
}

function aloneIn(plan: Plan, state: DealState, why: WhyNotYet[]): ChainRisks['alone'] {
  return Object.keys(plan.commitmentsOf).flatMap((role) => {
    if (holdersOf(state, role).length > 1) return []
    const stages = why
      .filter(
        ({ sets }) => sets.length > 0 && sets.every((set) => set.some(({ source }) => isOnly(source.roles, role))),
      )
      .map(({ stage }) => stage)
    return stages.length > 0 ? [{ role, stages }] : []
  })
}

const isOnly = (roles: string[], role: string): boolean => roles.length === 1 && roles[0] === role

function withoutPath(plan: Plan, state: DealState, facts: KnownFacts, held: Held): ChainRisks['noPath'] {
  const canSign = (role: string) =>
    hasCommitted(plan, role, facts) || holdersOf(state, role).some(([, { stance }]) => stance !== 'opposes')
  const leader = leaderOf(plan, facts)
  const top = plan.layers.findIndex(({ roles }) => leader !== undefined && roles.includes(leader))
  return plan.layers.flatMap((layer, n) => {
    const isSigned = facts[factName.layer(layer.id)] === true
    if (isSigned || !isNeeded(layer, held) || (n < top && leader && canSign(leader))) return []
    const lacking = lackingIn(layer, canSign, held)
    if (lacking.length === 0) return []
    const isNamed = (role: string) => holdersOf(state, role).length > 0
    return [{ layer: layer.id, unbound: lacking.filter((role) => !isNamed(role)), opposed: lacking.filter(isNamed) }]
  })
}

const isNeeded = ({ needed }: { needed?: string }, held: Held): boolean => needed === undefined || held.has(needed)

/** Roles without whom a layer, as far as we know its people, cannot be signed off; none where enough of them can. */
function lackingIn(layer: PlannedLayer, canSign: (role: string) => boolean, held: Held): string[] {
  const able = layer.roles.filter(canSign).length
  const lacking = able < signaturesNeeded(layer) ? layer.roles.filter((role) => !canSign(role)) : []
  const beside = layer.specialists
    .filter((specialist) => isNeeded(specialist, held))
    .flatMap(({ roles }) => roles.filter((role) => !canSign(role)))
  return [...lacking, ...beside]
}
