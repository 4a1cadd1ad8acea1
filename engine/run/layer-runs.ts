import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import type { LayerRun, LayerStatus, SignOffRun } from '../deal/layer-run.ts'
import type { Held } from '../evaluate/evaluate.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import { isSignedBeside } from './sign-off.ts'

type Judged = { facts: KnownFacts; chainHeld: Held }

/**
 * Moves the runs of a deal's layers on, from the bottom up: a layer opens, and the specialist departments beside it with
 * it, once all beneath is signed or not needed. What is signed early counts at once. Left out where the plan has no layer.
 */
export function layerRuns(
  plan: Plan,
  state: DealState,
  { facts, chainHeld }: Judged,
  now: string,
): { layers: Pick<DealState, 'layers'>; effects: Effect[] } {
  const effects: Effect[] = []
  const layers: Record<string, LayerRun> = {}
  let isTurn = true
  for (const layer of plan.layers) {
    const before = state.layers?.[layer.id]
    const status = statusOf(layer, facts[factName.layer(layer.id)] === true, isTurn, chainHeld)
    const run = nextRun(before, status, isTurn, now, state.seq)
    const beside = layer.specialists.map((one): [string, SignOffRun] => {
      const isSigned = isSignedBeside(plan, one, facts, chainHeld)
      const isItsTurn = isTurn && status !== 'waiting'
      const wanted = status === 'not-needed' ? 'not-needed' : statusOf(one, isSigned, isItsTurn, chainHeld)
      return [one.id, nextRun(before?.specialists?.[one.id], wanted, isTurn, now, state.seq)]
    })
    layers[layer.id] = { ...run, ...(beside.length > 0 && { specialists: Object.fromEntries(beside) }) }
    effects.push(...changeOf(layer.id, before?.status ?? 'waiting', status))
    isTurn &&= status === 'signed' || status === 'not-needed'
  }
  return { layers: plan.layers.length > 0 ? { layers } : {}, effects }
}

function statusOf(
  { needed, notNeeded }: { needed?: string; notNeeded?: string },
  isSigned: boolean,
  isTurn: boolean,
  held: Held,
): LayerStatus {
  if (notNeeded && held.has(notNeeded)) return 'not-needed'
  if (isSigned) return 'signed'
  return isTurn && (!needed || held.has(needed)) ? 'open' : 'waiting'
}

function changeOf(layer: string, was: LayerStatus, is: LayerStatus): Effect[] {
  if (was === is) return []
  if (is === 'open') return [{ kind: was === 'signed' ? 'reopen-layer' : 'open-layer', layer }]
  if (is === 'signed') return [{ kind: 'sign-layer', layer }]
  return was === 'signed' && is === 'waiting' ? [{ kind: 'reopen-layer', layer }] : []
}

/** What is not needed keeps since when it was passed over in its turn: so a new policy does not ask for it afterwards. */
function nextRun(
  run: SignOffRun | undefined,
  status: LayerStatus,
  isTurn: boolean,
  now: string,
  seq: number,
): SignOffRun {
  const passedAt = status === 'not-needed' && isTurn ? (run?.openedAt ?? now) : undefined
  if (run?.status === status) {
    const { openedAt = passedAt, signedAt, seq } = run
    return { status, ...(openedAt && { openedAt }), ...(signedAt && { signedAt }), seq }
  }
  switch (status) {
    case 'open':
      return { status, openedAt: now, seq }
    case 'signed':
      return { status, ...(run?.openedAt && { openedAt: run.openedAt }), signedAt: now, seq }
    default:
      return { status, ...(passedAt && { openedAt: passedAt }), seq }
  }
}
