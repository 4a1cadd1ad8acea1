import { z } from 'zod'
import type { Plan } from '../compile/plan.ts'
import type { DealState, Observation } from '../deal/deal-state.ts'
import { factName } from '../facts/fact.ts'
import { type Chain, chainOf } from '../run/chain-of.ts'
import { lapsedBy } from '../run/lapse.ts'
import { isMet, type Signature, signaturesIn } from '../run/signing.ts'
import type { Party, Seat } from '../run/who-signs.ts'

/**
 * How a signature stands. `weak`: its evidence is of a lower grade than the model asks for; `returned`: it was given before
 * the sign-off was sent back. `observation` is what was said last of it.
 */
const signatureSchema = z.object({
  fact: z.string(),
  status: z.enum(['given', 'weak', 'returned', 'lapsed', 'withdrawn', 'refused', 'missing']),
  observation: z.string().exactOptional(),
})

/**
 * One who signs: a role, or an added signer. `next`: it is their turn; `not-asked`: enough others have signed; `left-out`:
 * they asked for the purchase, and by the policy do not sign. `isSignedFor`: the leader, a delegate, a layer above or the
 * same person in another role has signed for them. `turn` counts from one.
 */
const signerSchema = z.object({
  role: z.string(),
  turn: z.number().int(),
  status: z.enum(['signed', 'next', 'waiting', 'not-asked', 'left-out']),
  isSignedFor: z.boolean(),
  signatures: z.array(signatureSchema),
})
export type LadderSigner = z.infer<typeof signerSchema>

/** A layer with those who sign it: its own part, then the specialist departments beside it. */
export const rungSchema = z
  .object({
    layer: z.string(),
    parts: z.array(z.object({ specialist: z.string().exactOptional(), signers: z.array(signerSchema) })),
  })
  .meta({ id: 'Rung' })
export type Rung = z.infer<typeof rungSchema>

/** Who has signed a deal's sign-off, whose turn it is, and what each still owes: layer by layer, from the bottom up. Pure. */
export async function ladder(given: Plan, state: DealState, now: string): Promise<Rung[]> {
  const chain = await chainOf(given, state, now)
  const { plan, layers } = chain
  return layers.map(({ id, own, beside }, n) => {
    const run = state.layers?.[id]
    const signersIn = (party: Party, roles: string[], next: string[] = []) =>
      signersOf({ chain, state, now }, party, roles, next)
    return {
      layer: id,
      parts: [
        { signers: signersIn(own, plan.layers[n]?.roles ?? [], run?.next) },
        ...beside.map((party) => ({
          specialist: party.id,
          signers: signersIn(
            party,
            plan.layers[n]?.specialists.find((one) => one.id === party.id)?.roles ?? [],
            run?.specialists?.[party.id]?.next,
          ),
        })),
      ],
    }
  })
}

type Look = { chain: Chain; state: DealState; now: string }

function signersOf(look: Look, party: Party, roles: string[], next: string[]): LadderSigner[] {
  const { facts, held } = look.chain
  const isDone = isMet(party.signing, facts, held)
  const statusOf = ({ id, signing }: Seat) => {
    if (isMet(signing, facts, held)) return 'signed'
    if (isDone) return 'not-asked'
    return next.includes(id) ? 'next' : 'waiting'
  }
  const seated = party.turns.flatMap((groups, n) =>
    groups.flatMap(({ seats }) =>
      seats.map((seat): LadderSigner => {
        const status = statusOf(seat)
        const signatures = signaturesOf(look, seat)
        const isSignedFor = status === 'signed' && signatures.some((one) => one.status !== 'given')
        return { role: seat.id, turn: n + 1, status, isSignedFor, signatures }
      }),
    ),
  )
  const leftOut = roles.filter((role) => !seated.some((signer) => signer.role === role))
  return [
    ...seated,
    ...leftOut.map((role): LadderSigner => ({ role, turn: 1, status: 'left-out', isSignedFor: false, signatures: [] })),
  ]
}

/** What a seat owes of its own, whoever else may sign for it. */
function signaturesOf(look: Look, { id, signing }: Seat): LadderSigner['signatures'] {
  const asked = signaturesIn(signing)
  return (look.chain.plan.commitmentsOf[id] ?? []).map((owed) =>
    standingOf(look, asked.find(({ fact }) => fact === owed.fact) ?? owed),
  )
}

function standingOf({ chain, state, now }: Look, signature: Signature): LadderSigner['signatures'][number] {
  const { fact, grade } = signature
  const said = Object.entries(state.observations)
    .filter(([, observation]) => observation.fact === fact)
    .sort(lastSaidFirst)
  const [last] = said.filter(([, { withdrawnAt }]) => withdrawnAt === undefined)
  if (!last) return said[0] ? { fact, status: 'withdrawn', observation: said[0][0] } : { fact, status: 'missing' }
  const [observation, { value }] = last
  const statusOf = () => {
    if (value !== true) return 'refused'
    if (lapsedBy(chain.plan, now)(last[1])) return 'lapsed'
    if (isMet(signature, chain.facts, chain.held)) return 'given'
    return Number(chain.facts[factName.grade(fact)] ?? 0) < grade ? 'weak' : 'returned'
  }
  return { fact, status: statusOf(), observation }
}

const lastSaidFirst = ([a, one]: [string, Observation], [b, other]: [string, Observation]): number =>
  one.at === other.at ? (a < b ? 1 : -1) : one.at < other.at ? 1 : -1
