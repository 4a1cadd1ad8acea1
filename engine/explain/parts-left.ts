import type { DealState } from '../deal/deal-state.ts'
import { holdersOf } from '../deal/holders.ts'
import type { LayerRun, SignOffRun } from '../deal/layer-run.ts'
import type { KnownFacts } from '../facts/fact.ts'
import { type ChainPolicies, usualPolicies } from '../model/decision-chain.ts'
import type { Chain } from '../run/chain-of.ts'
import { leaderOf, withSignOff } from '../run/sign-off.ts'
import { isMet } from '../run/signing.ts'
import { absenceOf, type Group, type Party } from '../run/who-signs.ts'
import { promised } from './promised.ts'

/**
 * A layer's own part, or a department beside it, that somebody still has to sign. `turns`: into how many its time is drawn,
 * and how many are left. `backAt`: until when it cannot be signed, since too many are away for whom nobody signs.
 */
export type PartLeft = {
  layer: string
  specialist?: string
  run: SignOffRun
  turns: { drawn: number; left: number }
  backAt?: string
}

/** What is left of each layer, from the bottom up. What the leader's word would cover of the layers beneath, nobody waits for. */
export function partsLeft(chain: Chain, state: DealState, now: string): PartLeft[][] {
  const { plan, layers, facts, held } = chain
  const leader = leaderOf(plan, facts)
  const top = plan.layers.findIndex(({ roles }) => leader !== undefined && roles.includes(leader))
  const led = leader ? withSignOff(plan, layers, { ...chain.observed, ...promised(chain, [leader], now) }, held) : facts
  return layers.flatMap(({ id, own, beside }, n): PartLeft[][] => {
    const run: LayerRun | undefined = state.layers?.[id]
    if (!run || !isLeft(run)) return []
    const known = n < top ? led : facts
    const drawn = plan.layers[n]?.rule.kind === 'in-turn' ? Math.max(plan.layers[n].roles.length, 1) : 1
    const parts = [
      ...partOf({ chain, state, now, known }, { layer: id, run }, own, drawn),
      ...beside.flatMap((party) => {
        const run = state.layers?.[id]?.specialists?.[party.id]
        return run && isLeft(run)
          ? partOf({ chain, state, now, known }, { layer: id, specialist: party.id, run }, party, 1)
          : []
      }),
    ]
    return parts.length > 0 ? [parts] : []
  })
}

const isLeft = ({ status }: SignOffRun): boolean => status === 'waiting' || status === 'open'

type Known = { chain: Chain; state: DealState; now: string; known: KnownFacts }

function partOf(
  { chain: { plan, held }, state, now, known }: Known,
  part: Omit<PartLeft, 'turns'>,
  { signing, turns }: Party,
  drawn: number,
): PartLeft[] {
  if (isMet(signing, known, held)) return []
  const absent = plan.policies?.absent ?? usualPolicies.absent
  const lacking = ({ seats, need }: Group) => {
    const asked = absent === 'passes' ? seats.filter(({ id }) => !awayUntil(state, id, now)) : seats
    const missing = asked.filter((seat) => !isMet(seat.signing, known, held))
    return { missing, need: Math.min(need, asked.length) - (asked.length - missing.length) }
  }
  const open = turns.map((turn) => turn.map(lacking).filter(({ need }) => need > 0)).filter(({ length }) => length > 0)
  const back = open.flat().flatMap(({ missing, need }) => {
    const free = missing.map(({ id }) => (isStoodInFor(state, id, absent) ? '' : awayUntil(state, id, now))).sort()
    return free[need - 1] || []
  })
  const backAt = back.sort().at(-1)
  return [{ ...part, turns: { drawn, left: Math.max(open.length, 1) }, ...(backAt && { backAt }) }]
}

/** Until when all who hold a role are away; an empty text where somebody is there now. */
function awayUntil(state: DealState, role: string, now: string): string {
  const until = absenceOf(state, role)?.until ?? ''
  const isStillThere = holdersOf(state, role).some(([, { away }]) => away?.from !== undefined && away.from > now)
  return until > now && !isStillThere ? until : ''
}

const isStoodInFor = (state: DealState, role: string, absent: ChainPolicies['absent']): boolean =>
  absent === 'delegate-signs' && holdersOf(state, role).some(([, { away }]) => away?.delegate !== undefined)
