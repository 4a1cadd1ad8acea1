import { z } from 'zod'
import { type DealState, objectionStatusSchema, stageStatusSchema, taskStatusSchema } from '../deal/deal-state.ts'
import { scalarSchema } from '../model/condition.ts'
import { gradeSchema, grades } from '../model/value-type.ts'
import { type Standing, standingFacts } from '../run/known-facts.ts'

const toldSchema = z.object({ value: scalarSchema, grade: gradeSchema })
type Told = z.infer<typeof toldSchema>

/** What differs between a deal as it was and as it is. What was or is not there is left out. */
export const changedSinceSchema = z
  .object({
    stages: z.array(z.object({ stage: z.string(), was: stageStatusSchema, is: stageStatusSchema })),
    facts: z.array(z.object({ fact: z.string(), was: toldSchema.exactOptional(), is: toldSchema.exactOptional() })),
    objections: z.array(
      z.object({
        objection: z.string(),
        statement: z.string(),
        was: objectionStatusSchema.exactOptional(),
        is: objectionStatusSchema,
      }),
    ),
    tasks: z.array(
      z.object({ task: z.string(), name: z.string(), was: taskStatusSchema.exactOptional(), is: taskStatusSchema }),
    ),
    interactions: z.number(),
  })
  .meta({ id: 'ChangedSince' })
export type ChangedSince = z.infer<typeof changedSinceSchema>

/**
 * What came of all that happened to a deal between two of its states; steps that were taken back in between leave no trace.
 * `then` is left out where the deal was not there yet. Pure.
 */
export function changedSince(then: DealState | undefined, now: DealState): ChangedSince {
  return {
    stages: stagesChanged(then, now),
    facts: factsChanged(then, now),
    objections: Object.entries(now.objections).flatMap(([objection, { statement, status: is }]) => {
      const was = then?.objections[objection]?.status
      return was === is ? [] : [{ objection, statement, is, ...(was && { was }) }]
    }),
    tasks: Object.entries(now.tasks).flatMap(([task, { name, status: is }]) => {
      const was = then?.tasks[task]?.status
      return was === is ? [] : [{ task, name, is, ...(was && { was }) }]
    }),
    interactions: Object.keys(now.interactions).length - Object.keys(then?.interactions ?? {}).length,
  }
}

function stagesChanged(then: DealState | undefined, now: DealState): ChangedSince['stages'] {
  return Object.entries(now.stages).flatMap(([stage, { status: is }]) => {
    const was = then?.stages[stage]?.status ?? 'waiting'
    return was === is ? [] : [{ stage, was, is }]
  })
}

function factsChanged(then: DealState | undefined, now: DealState): ChangedSince['facts'] {
  const before = standingFacts(then?.observations ?? {})
  const after = standingFacts(now.observations)
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((fact) => {
    const was = told(before.get(fact))
    const is = told(after.get(fact))
    if (was?.value === is?.value && was?.grade === is?.grade) return []
    return [{ fact, ...(was && { was }), ...(is && { is }) }]
  })
}

const told = (standing: Standing | undefined): Told | undefined =>
  standing && { value: standing.value, grade: grades[standing.grade - 1] ?? 'said' }
