import { z } from 'zod'
import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { holdersOf } from '../deal/holders.ts'
import type { Held } from '../evaluate/evaluate.ts'
import { factName } from '../facts/fact.ts'
import { type Chain, chainOf } from '../run/chain-of.ts'
import { withSignOff } from '../run/sign-off.ts'
import { isMet } from '../run/signing.ts'
import type { Party } from '../run/who-signs.ts'
import { promised } from './promised.ts'
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
  const chain = await chainOf(plan, state, now)
  return { alone: aloneIn(chain.plan, state, wanted(plan, why)), noPath: withoutPath(chain, state, now) }
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

/** Layers that stay unsigned although everybody signs who can: who has signed, or is named and not against us. */
function withoutPath(chain: Chain, state: DealState, now: string): ChainRisks['noPath'] {
  const { plan, layers, observed, held, facts } = chain
  const isNamed = (role: string) => holdersOf(state, role).length > 0
  const canSign = (role: string) => holdersOf(state, role).some(([, { stance }]) => stance !== 'opposes')
  const able = Object.keys(plan.commitmentsOf).filter(canSign)
  const best = withSignOff(plan, layers, { ...observed, ...promised(chain, able, now) }, held)
  return layers.flatMap(({ id, own, beside }) => {
    if (facts[factName.layer(id)] === true || !isNeeded(own, held)) return []
    const lacking = [own, ...beside.filter((one) => isNeeded(one, held))]
      .filter(({ signing }) => !isMet(signing, best, held))
      .flatMap(({ turns }) => turns.flat().flatMap(({ seats }) => seats))
      .filter(({ signing }) => !isMet(signing, best, held))
      .map((seat) => seat.id)
    if (best[factName.layer(id)] === true || (lacking.length === 0 && hasSeats([own, ...beside]))) return []
    return [{ layer: id, unbound: lacking.filter((role) => !isNamed(role)), opposed: lacking.filter(isNamed) }]
  })
}

const hasSeats = (parties: Party[]): boolean =>
  parties.every(({ turns }) => turns.flat().some(({ seats }) => seats.length > 0))

const isNeeded = ({ needed }: { needed?: string }, held: Held): boolean => needed === undefined || held.has(needed)
