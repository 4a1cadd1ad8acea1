import { z } from 'zod'
import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { SignOffRun } from '../deal/layer-run.ts'
import type { DecisionChain, Layer as DrawnLayer, Specialist } from '../model/decision-chain.ts'
import { type Duration, durationMs } from '../model/duration.ts'
import { clocksOf, type StartOf } from '../run/clocks.ts'
import { countingFacts } from '../run/known-facts.ts'
import { leftAfter, oneAfterAnother, quantile, sideBySide, type Waits, waitsOf } from './waits.ts'

const day = 86_400_000
/** Fewer past waits than these say less than what the model says is usual. */
const enough = 5
const shares = { low: 0.1, likely: 0.5, high: 0.9 } as const

const spanSchema = z.object({ low: z.number(), likely: z.number(), high: z.number() })

/**
 * What is left of a layer, or of a specialist department beside it. `days`: how many more it takes, in one case of ten, of
 * two, and in nine of ten. `basis`: the past waits of so many deals, what the model says is usual, or nothing. `isLate`: it
 * has taken longer than any before, or than is usual. `isCritical`: the chain cannot end before it does.
 */
const stepSchema = z.object({
  layer: z.string(),
  specialist: z.string().exactOptional(),
  status: z.enum(['waiting', 'open']),
  basis: z.enum(['past', 'usually', 'unknown']),
  deals: z.number().int(),
  isLate: z.boolean(),
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
 * are taken as independent of each other. A layer that the leader of the deal's style would cover is not on the way, and one
 * of which it is not known yet whether it is needed is. Pure.
 */
export function chainOutlook(
  plan: Plan,
  drawn: DecisionChain,
  state: DealState,
  past: PastWaits,
  now: string,
): ChainOutlook {
  if (state.status === 'closed') return { steps: [] }
  const layers = layersLeft(plan, drawn, state, now)
  const startOf = clocksOf(plan, state, now)
  const left = layers.map((layer) => layerLeft(layer, state, past, now, startOf))
  const steps = left.flatMap(({ steps }) => steps)
  const waits = left.map(({ waits }) => waits)
  if (waits.length === 0 || waits.some((one) => one === undefined)) return { steps }
  const total = waits.filter((one) => one !== undefined).reduce(oneAfterAnother)
  const at = (share: number) => new Date(Date.parse(now) + quantile(total, share)).toISOString()
  return { steps, end: { low: at(shares.low), likely: at(shares.likely), high: at(shares.high) } }
}

type Layer = { id: string; parts: Part[] }
/** A layer's own part, or one of its departments, with how it stands. */
type Part = { id: string; specialist?: string; run: SignOffRun; usually?: Duration; usuallyFrom?: string }

/** The layers that are neither signed nor passed over. What the leader's word covers, nobody waits for. */
function layersLeft(plan: Plan, drawn: DecisionChain, state: DealState, now: string): Layer[] {
  const leader = plan.styles.find(({ id }) => id === state.style)?.leader
  const top = plan.layers.findIndex(({ roles }) => leader !== undefined && roles.includes(leader))
  const standing = countingFacts(plan, state.observations, now)
  const saidNo = (role: string) =>
    (plan.commitmentsOf[role] ?? []).some(({ fact }) => standing.get(fact)?.value === false)
  return drawn.layers.flatMap((layer, n): Layer[] => {
    const run = state.layers?.[layer.id]
    if (!run || !isLeft(run)) return []
    const beside = drawn.specialists.flatMap((one): Part[] => {
      const standing = run.specialists?.[one.id]
      return one.layer === layer.id && standing && isLeft(standing) ? [partOf(one, standing, one.id)] : []
    })
    const isCovered = n < top && beside.length === 0 && !plan.layers[n]?.roles.some(saidNo)
    return isCovered ? [] : [{ id: layer.id, parts: [partOf(layer, run), ...beside] }]
  })
}

const partOf = ({ id, usually, usuallyFrom }: DrawnLayer | Specialist, run: SignOffRun, specialist?: string): Part => ({
  id,
  run,
  ...(specialist && { specialist }),
  ...(usually && { usually }),
  ...(usuallyFrom && { usuallyFrom }),
})

const isLeft = ({ status }: SignOffRun): boolean => status === 'waiting' || status === 'open'

type PartLeft = Pick<OutlookStep, 'basis' | 'deals' | 'isLate'> & { part: Part; waits?: Waits }

function layerLeft(
  { id, parts }: Layer,
  state: DealState,
  past: PastWaits,
  now: string,
  startOf: StartOf,
): { steps: OutlookStep[]; waits: Waits | undefined } {
  const left = parts.map((part) => partLeft(part, state, past, now, startOf))
  const [own] = left
  const decisive = own?.basis === 'past' ? [own] : left
  const critical = left.reduce((a, b) => (likelyOf(b) > likelyOf(a) ? b : a))
  const known = decisive.flatMap(({ waits }) => (waits ? [waits] : []))
  return {
    steps: left.map((one) => stepOf(id, one, one === critical)),
    waits: known.length === decisive.length ? known.reduce(sideBySide) : undefined,
  }
}

/** Of what nothing is known nobody can say that something else takes longer. */
const likelyOf = ({ waits }: PartLeft): number => (waits ? quantile(waits, shares.likely) : Number.POSITIVE_INFINITY)

function partLeft(part: Part, state: DealState, past: PastWaits, now: string, startOf: StartOf): PartLeft {
  const waited = (part.specialist ? past.specialists : past.layers)[part.id] ?? []
  const deals = waited.length
  const isPast = deals >= enough || (deals > 0 && !part.usually)
  const elapsedSince = (start: number) => (part.run.status === 'open' ? Math.max(Date.parse(now) - start, 0) : 0)
  if (isPast) return { part, basis: 'past', deals, ...leftOf(waited, elapsedSince(openingOf(part, state))) }
  const start = part.usually && startOf(part.run.openedAt ?? now, part.usuallyFrom)
  if (!part.usually || start === undefined) return { part, basis: 'unknown', deals, isLate: false }
  return { part, basis: 'usually', deals, ...leftOf([durationMs(part.usually)], elapsedSince(start)) }
}

const openingOf = ({ run }: Part, state: DealState): number => Date.parse(run.openedAt ?? state.openedAt)

function leftOf(times: readonly number[], elapsed: number): { waits: Waits; isLate: boolean } {
  return { waits: leftAfter(waitsOf(times), elapsed), isLate: elapsed > Math.max(...times) }
}

function stepOf(layer: string, { part, waits, ...left }: PartLeft, isCritical: boolean): OutlookStep {
  const days = (share: number) => quantile(waits ?? [], share) / day
  return {
    layer,
    ...(part.specialist && { specialist: part.specialist }),
    status: part.run.status === 'open' ? 'open' : 'waiting',
    ...left,
    isCritical,
    ...(waits && { days: { low: days(shares.low), likely: days(shares.likely), high: days(shares.high) } }),
  }
}
