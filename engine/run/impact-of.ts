import { z } from 'zod'
import type { Plan } from '../compile/plan.ts'
import { type DealState, stageStatusSchema } from '../deal/deal-state.ts'
import { DomainError, errorDetailsSchema } from '../domain-error.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { type MoveTarget, moveTo } from './adapt-model.ts'
import { advance } from './advance.ts'
import { countingFacts } from './known-facts.ts'

/** Stays at its open stages; moves to others; loses something that counts or is owed now; cannot be moved at all. */
export const impactKinds = ['stays', 'moves', 'loses', 'cannot'] as const

const text = z.string()
const statusSchema = stageStatusSchema.or(z.literal('absent'))
type Status = z.infer<typeof statusSchema>
const named = z.array(z.object({ id: text, name: text }))

export const impactSchema = z
  .object({
    kind: z.enum(impactKinds),
    /** The stages that are open now, and those that will be. */
    from: z.array(text),
    to: z.array(text),
    /** Every stage of either version that ends with another status; `absent` where a version does not have it. */
    stages: z.array(z.object({ stage: text, was: statusSchema, is: statusSchema })),
    /** What counts or is open now and will not be. The record of it stays with the deal. */
    lost: z.object({
      facts: z.array(text),
      tasks: named,
      requests: named,
      /** Open objections of a type that the new version does not have; they stay open. */
      objections: named,
      style: text.exactOptional(),
    }),
    /** What will newly be owed and asked for, by name. */
    gained: z.object({ tasks: z.array(text), requests: z.array(text) }),
    /** Why it cannot be moved, and the code of that refusal with what it names. */
    why: text.exactOptional(),
    code: text.exactOptional(),
    details: errorDetailsSchema.exactOptional(),
  })
  .meta({ id: 'Impact' })
export type Impact = z.infer<typeof impactSchema>

/** An impact, and the instant up to which it holds by itself while nothing happens to the deal; for good where none is given. */
export type Foreseen = { impact: Impact; until?: string }

/**
 * What moving a running deal to another version would do to it at an instant. `from` is the model of the deal's version, and the
 * plan that the deal runs on, which may be its own. It takes the very step that the move takes, so the two cannot differ. Pure.
 */
export async function impactOf(
  from: { model: ProcessModel; plan: Plan },
  to: MoveTarget,
  state: DealState,
  now: string,
): Promise<Foreseen> {
  try {
    const { plan, event } = moveTo(state, from.model, to)
    const { state: next } = await advance(plan, state, { ...event, id: 'impact', by: 'impact' }, now)
    // Up to the next wake-up, on either version, time changes nothing.
    const [until] = [state.wakeAt, next.wakeAt].filter((at) => at !== undefined && at > now).sort()
    return { impact: compare(from.plan, plan, state, next, now), ...(until && { until }) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const open = openStages(state)
    const lost = { facts: [], tasks: [], requests: [], objections: [] }
    const gained = { tasks: [], requests: [] }
    const why = { why: error.message, code: error.code, details: error.details }
    return { impact: { kind: 'cannot', from: open, to: open, stages: [], lost, gained, ...why } }
  }
}

function compare(from: Plan, to: Plan, before: DealState, after: DealState, now: string): Impact {
  const lost = lostBy(from, to, before, after, now)
  const [was, is] = [openStages(before), openStages(after)]
  const losesAny =
    [lost.facts, lost.tasks, lost.requests, lost.objections].some(({ length }) => length > 0) || lost.style
  const staysPut = was.length === is.length && was.every((id) => is.includes(id))
  return {
    kind: losesAny ? 'loses' : staysPut ? 'stays' : 'moves',
    from: was,
    to: is,
    stages: changedStages(before, after),
    lost,
    gained: {
      tasks: newlyOpen(before.tasks, after.tasks),
      requests: newlyOpen(before.supportRequests, after.supportRequests),
    },
  }
}

type Called = Record<string, { status: string; name: string }>

const newlyOpen = (before: Called, after: Called): string[] =>
  Object.entries(after).flatMap(([id, { status, name }]) =>
    status === 'open' && before[id]?.status !== 'open' ? [name] : [],
  )

const openStages = ({ stages }: DealState): string[] =>
  Object.keys(stages).filter((id) => stages[id]?.status === 'open')

function changedStages(before: DealState, after: DealState): Impact['stages'] {
  const statusIn = ({ stages }: DealState, id: string): Status => stages[id]?.status ?? 'absent'
  return Object.keys({ ...before.stages, ...after.stages })
    .map((stage) => ({ stage, was: statusIn(before, stage), is: statusIn(after, stage) }))
    .filter(({ was, is }) => was !== is)
}

function lostBy(from: Plan, to: Plan, before: DealState, after: DealState, now: string): Impact['lost'] {
  const counting = countingFacts(to, after.observations, now)
  const styled = before.style !== undefined && !to.styles.some(({ id }) => id === before.style)
  return {
    facts: [...countingFacts(from, before.observations, now).keys()].filter((fact) => !counting.has(fact)),
    tasks: Object.entries(before.tasks)
      .filter(([id, { status }]) => status === 'open' && after.tasks[id]?.status === 'cancelled')
      .map(([id, { name }]) => ({ id, name })),
    requests: Object.entries(before.supportRequests)
      .filter(([id, { status }]) => status === 'open' && after.supportRequests[id]?.status === 'cancelled')
      .map(([id, { name }]) => ({ id, name })),
    objections: Object.entries(before.objections)
      .filter(([, { type, status }]) => status !== 'closed' && !to.objectionTypes.some(({ id }) => id === type))
      .map(([id, { statement }]) => ({ id, name: statement })),
    ...(styled && before.style && { style: before.style }),
  }
}
