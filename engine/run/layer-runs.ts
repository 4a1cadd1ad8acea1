import type { DealState } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import type { LayerRun, LayerStatus, SignOffRun } from '../deal/layer-run.ts'
import type { Chain } from './chain-of.ts'
import { isMet } from './signing.ts'
import type { Group, Party } from './who-signs.ts'

/**
 * Moves the runs of a deal's layers on, from the bottom up: a layer opens, and the specialist departments beside it with
 * it, once all beneath is signed or not needed. What is signed early counts at once. Left out where the plan has no layer.
 */
export function layerRuns(
  chain: Chain,
  state: DealState,
  now: string,
): { layers: Pick<DealState, 'layers'>; effects: Effect[] } {
  const effects: Effect[] = []
  const layers: Record<string, LayerRun> = {}
  const { facts, held } = chain
  for (const { id, own, beside, signing, beneath } of chain.layers) {
    const before = state.layers?.[id]
    const isTurn = isMet(beneath, facts, held)
    const isSigned = isMet(signing, facts, held)
    const passes = own.passes && beside.every((one) => one.passes || isNotNeeded(chain, one))
    const status = passes ? 'not-needed' : statusOf(chain, own, isSigned, isTurn)
    const run = nextRun(before, status, isTurn, status === 'open' ? nextIn(chain, own) : [], now, state.seq)
    const specialists = beside.map((one): [string, SignOffRun] => {
      const isItsTurn = isTurn && status === 'open'
      const isLeftOut = status === 'not-needed' || one.passes
      const wanted = isLeftOut ? 'not-needed' : statusOf(chain, one, isMet(one.signing, facts, held), isItsTurn)
      const next = wanted === 'open' ? nextIn(chain, one) : []
      return [one.id, nextRun(before?.specialists?.[one.id], wanted, isTurn, next, now, state.seq)]
    })
    layers[id] = { ...run, ...(specialists.length > 0 && { specialists: Object.fromEntries(specialists) }) }
    effects.push(...changeOf(id, before?.status ?? 'waiting', status))
  }
  return { layers: chain.layers.length > 0 ? { layers } : {}, effects }
}

const isNotNeeded = ({ held }: Chain, { notNeeded }: Party): boolean => notNeeded !== undefined && held.has(notNeeded)

function statusOf(chain: Chain, party: Party, isSigned: boolean, isTurn: boolean): LayerStatus {
  if (isNotNeeded(chain, party)) return 'not-needed'
  if (isSigned) return 'signed'
  return isTurn && (!party.needed || chain.held.has(party.needed)) ? 'open' : 'waiting'
}

/** Whose turn it is: of the first turn that is not signed, those who have not signed. */
function nextIn({ facts, held }: Chain, { turns, signing }: Party): string[] {
  if (isMet(signing, facts, held)) return []
  const missingIn = (groups: Group[]) =>
    groups.flatMap(({ seats, need }) => {
      const missing = seats.filter((seat) => !isMet(seat.signing, facts, held))
      return seats.length - missing.length < need ? missing.map(({ id }) => id) : []
    })
  return turns.map(missingIn).find(({ length }) => length > 0) ?? []
}

function changeOf(layer: string, was: LayerStatus, is: LayerStatus): Effect[] {
  if (was === is) return []
  if (is === 'open') return [{ kind: was === 'signed' ? 'reopen-layer' : 'open-layer', layer }]
  if (is === 'signed') return [{ kind: 'sign-layer', layer }]
  return was === 'signed' && is === 'waiting' ? [{ kind: 'reopen-layer', layer }] : []
}

/** It stays the same turn for as long as nobody joins those whose turn it is. */
function turnOf(run: SignOffRun | undefined, next: string[], now: string): Pick<SignOffRun, 'next' | 'turnAt'> {
  if (next.length === 0) return {}
  if (run?.status !== 'open') return { next }
  const isSame = next.every((one) => run.next?.includes(one))
  const turnAt = isSame ? run.turnAt : now
  return { next, ...(turnAt && turnAt !== run.openedAt && { turnAt }) }
}

/** What is not needed keeps since when it was passed over in its turn: so a new policy does not ask for it afterwards. */
function nextRun(
  run: SignOffRun | undefined,
  status: LayerStatus,
  isTurn: boolean,
  next: string[],
  now: string,
  seq: number,
): SignOffRun {
  const turn = turnOf(run, next, now)
  const passedAt = status === 'not-needed' && isTurn ? (run?.openedAt ?? now) : undefined
  if (run?.status === status) {
    const { openedAt = passedAt, signedAt } = run
    const isSame = next.join(' ') === (run.next ?? []).join(' ')
    const since = { ...(openedAt && { openedAt }), ...(signedAt && { signedAt }) }
    return { status, ...since, ...turn, seq: isSame ? run.seq : seq }
  }
  switch (status) {
    case 'open':
      return { status, openedAt: now, ...turn, seq }
    case 'signed':
      return { status, ...(run?.openedAt && { openedAt: run.openedAt }), signedAt: now, seq }
    default:
      return { status, ...(passedAt && { openedAt: passedAt }), seq }
  }
}
