import { z } from 'zod'
import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { SignOffRun } from '../deal/layer-run.ts'
import type { DecisionChain, Layer as DrawnLayer, Specialist } from '../model/decision-chain.ts'
import { durationMs } from '../model/duration.ts'
import { chainOf } from '../run/chain-of.ts'
import { clocksOf, type StartOf } from '../run/clocks.ts'
import { type PartLeft, partsLeft } from './parts-left.ts'
import { leftAfter, notBefore, oneAfterAnother, quantile, sideBySide, type Waits, waitsOf } from './waits.ts'

const day = 86_400_000
/** Fewer past waits than these say less than what the model says is usual. */
const enough = 5
const shares = { low: 0.1, likely: 0.5, high: 0.9 } as const

const spanSchema = z.object({ low: z.number(), likely: z.number(), high: z.number() })

/**
 * What is left of a layer's own part, or of a specialist department beside it. `days`: how many more it takes, in one case
 * of ten, of two, and in nine of ten. `basis`: the past waits of so many deals, what the model says is usual, or nothing.
 * `turns`: how many turns of signing are left. `isLate`: the turn has taken longer than any before, or than is usual.
 * `notBefore`: when somebody who has to sign is back. `isCritical`: the chain cannot end before it does.
 */
const stepSchema = z.object({
  layer: z.string(),
  specialist: z.string().exactOptional(),
  status: z.enum(['waiting', 'open']),
  basis: z.enum(['past', 'usually', 'unknown']),
  deals: z.number().int(),
  turns: z.number().int(),
  isLate: z.boolean(),
  notBefore: z.string().exactOptional(),
  isCritical: z.boolean(),
  days: spanSchema.exactOptional(),
})
type OutlookStep = z.infer<typeof stepSchema>

/**
 * How a deal's sign-off will go on: what is left of it, from the bottom up, and when it likely ends, as instants. There is
 * no `end` where for some layer on the way nothing says how long it takes.
 */
export const chainOutlookSchema = z
  .object({
    steps: z.array(stepSchema),
    end: z.object({ low: z.string(), likely: z.string(), high: z.string() }).exactOptional(),
  })
  .meta({ id: 'ChainOutlook' })
export type ChainOutlook = z.infer<typeof chainOutlookSchema>

/** How long the layers and specialist departments of other deals stood open until they were signed: milliseconds, by id. */
export type PastWaits = Readonly<Record<'layers' | 'specialists', Readonly<Record<string, readonly number[]>>>>

/**
 * The way that is left through a deal's chain: its layers one after the other, the specialist departments of a layer beside
 * it. Past waits of a layer are of all who sign it, so where there are enough of them, its departments add nothing. Waits
 * are taken as independent of each other; of a layer that signs in turn every turn takes as long, and so does one that was
 * added. A part that the leader of the deal's style would cover is not on the way, and one of which it is not known yet
 * whether it is needed is. Pure.
 */
export async function chainOutlook(
  plan: Plan,
  drawn: DecisionChain,
  state: DealState,
  past: PastWaits,
  now: string,
): Promise<ChainOutlook> {
  if (state.status === 'closed') return { steps: [] }
  const layers = partsLeft(await chainOf(plan, state, now), state, now)
  const look: Look = { drawn, past, now, startOf: clocksOf(plan, state, now) }
  const left = layers.map((parts) => layerLeft(look, parts))
  const steps = left.flatMap(({ steps }) => steps)
  let total: Waits | undefined = [0]
  for (const { waits, earliest } of left) total = total && waits && notBefore(oneAfterAnother(total, waits), earliest)
  if (left.length === 0 || !total) return { steps }
  const end = total
  const at = (share: number) => new Date(Date.parse(now) + quantile(end, share)).toISOString()
  return { steps, end: { low: at(shares.low), likely: at(shares.likely), high: at(shares.high) } }
}

/** What the outlook of every part is told from. */
type Look = { drawn: DecisionChain; past: PastWaits; now: string; startOf: StartOf }
type Estimate = { part: PartLeft; basis: OutlookStep['basis']; deals: number; isLate: boolean; waits?: Waits }

/** `earliest`: the end of the last absence that it has to wait for, in milliseconds from now. */
function layerLeft(
  look: Look,
  parts: PartLeft[],
): { steps: OutlookStep[]; waits: Waits | undefined; earliest: number } {
  const left = parts.map((part) => estimateOf(look, part))
  const isWhole = left[0]?.part.specialist === undefined && left[0]?.basis === 'past'
  const decisive = isWhole ? left.slice(0, 1) : left
  const critical = left.reduce((a, b) => (likelyOf(b) > likelyOf(a) ? b : a))
  const known = decisive.flatMap(({ waits }) => (waits ? [waits] : []))
  return {
    steps: left.map((one) => stepOf(one, one === critical)),
    waits: known.length === decisive.length ? known.reduce(sideBySide) : undefined,
    earliest: Math.max(0, ...parts.map(({ backAt }) => (backAt ? Date.parse(backAt) - Date.parse(look.now) : 0))),
  }
}

/** Of what nothing is known nobody can say that something else takes longer. */
const likelyOf = ({ waits }: Estimate): number => (waits ? quantile(waits, shares.likely) : Number.POSITIVE_INFINITY)

function estimateOf({ drawn, past, now, startOf }: Look, part: PartLeft): Estimate {
  const { run } = part
  const { usually, usuallyFrom } = drawnPart(drawn, part)
  const waited = (part.specialist ? past.specialists : past.layers)[part.specialist ?? part.layer] ?? []
  const deals = waited.length
  const opening = run.turnAt ?? run.openedAt ?? now
  if (deals >= enough || (deals > 0 && !usually))
    return { part, basis: 'past', deals, ...leftOf(part, waited, elapsedOf(run, Date.parse(opening), now)) }
  const start = usually && startOf(opening, run.turnAt ? undefined : usuallyFrom)
  if (!usually || start === undefined) return { part, basis: 'unknown', deals, isLate: false }
  return { part, basis: 'usually', deals, ...leftOf(part, [durationMs(usually)], elapsedOf(run, start, now)) }
}

const drawnPart = ({ layers, specialists }: DecisionChain, part: PartLeft): Partial<DrawnLayer | Specialist> =>
  (part.specialist ? specialists : layers).find(({ id }) => id === (part.specialist ?? part.layer)) ?? {}

const elapsedOf = ({ status }: SignOffRun, start: number, now: string): number =>
  status === 'open' ? Math.max(Date.parse(now) - start, 0) : 0

/** The turn that it is at, and those to follow it; the times are of all turns that are drawn. */
function leftOf({ turns }: PartLeft, times: readonly number[], elapsed: number): { waits: Waits; isLate: boolean } {
  const each = times.map((time) => time / turns.drawn)
  return { waits: leftAfter(waitsOf(each), elapsed, turns.left - 1), isLate: elapsed > Math.max(...each) }
}

function stepOf({ part, waits, ...estimate }: Estimate, isCritical: boolean): OutlookStep {
  const days = (share: number) => quantile(waits ?? [], share) / day
  return {
    layer: part.layer,
    ...(part.specialist && { specialist: part.specialist }),
    status: part.run.status === 'open' ? 'open' : 'waiting',
    ...estimate,
    turns: part.turns.left,
    ...(part.backAt && { notBefore: part.backAt }),
    isCritical,
    ...(waits && { days: { low: days(shares.low), likely: days(shares.likely), high: days(shares.high) } }),
  }
}
