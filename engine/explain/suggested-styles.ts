import { z } from 'zod'
import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { type Condition, scalarSchema, testsIn } from '../model/condition.ts'
import { judge } from '../run/advance.ts'
import { suggestedBy } from '../run/suggested-by.ts'
import { holdsFor } from './holds-for.ts'
import { inForce } from './in-force.ts'

/** A style that the model suggests for a deal, and the facts that this rests on, with their values. */
export const suggestedStyleSchema = z
  .object({ style: z.string(), facts: z.array(z.object({ fact: z.string(), value: scalarSchema })) })
  .meta({ id: 'SuggestedStyle' })
export type SuggestedStyle = z.infer<typeof suggestedStyleSchema>

/** The styles whose rules hold, in the order of the drawing. Several may; which one it is, a person says. Pure. */
export async function suggestedStyles(plan: Plan, state: DealState, now: string): Promise<SuggestedStyle[]> {
  if (state.status === 'closed') return []
  const { facts, holds } = await judge(plan, state, now)
  return (await suggestedBy(plan, holds)).map(({ id, suggested: rule }) => {
    const met = testsIn(inForce(plan.rules[rule] as Condition, facts)).filter((test) =>
      holdsFor(test, facts[test.fact]),
    )
    const names = new Set(met.map(({ fact }) => fact))
    return {
      style: id,
      facts: [...names].flatMap((fact) => (facts[fact] === undefined ? [] : [{ fact, value: facts[fact] }])),
    }
  })
}
