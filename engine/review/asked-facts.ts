import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { factName } from '../facts/fact.ts'
import type { Scalar } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { Stage } from '../model/stage.ts'
import { type Grade, grades, type ValueType } from '../model/value-type.ts'
import { countingFacts } from '../run/known-facts.ts'

/** What holds for a fact: its value, its best evidence, and since when it is known. */
export type Known = { value: Scalar; grade: Grade; since: string }

/** One thing that a deal's model asks where the deal stands. A stage is left out where it belongs to the deal as a whole. */
export type AskedFact = {
  fact: string
  name: string
  kind: 'attribute' | 'element' | 'commitment'
  type: ValueType
  stage?: { id: string; name: string }
  required: boolean
  /** The weakest evidence that counts. */
  grade: Grade
  known?: Known
}

/** What a deal's model asks of it: its attributes, then the elements and commitments of its open stages, as drawn. Pure. */
export function askedFacts(plan: Plan, model: ProcessModel, state: DealState, now: string): AskedFact[] {
  const known = knownOf(plan, state, now)
  const open = model.stages.filter(({ id }) => state.stages[id]?.status === 'open')
  const asked = [
    ...model.attributes.map(({ id, name, value }): AskedFact => {
      return { fact: factName.attribute(id), name, kind: 'attribute', type: value, required: false, grade: 'said' }
    }),
    ...open.flatMap(askedAt),
  ]
  return asked.map((one) => {
    const standing = known.get(one.fact)
    return standing ? { ...one, known: standing } : one
  })
}

/** What holds now for each fact that counts on a plan. */
export function knownOf(plan: Plan, state: DealState, now: string): Map<string, Known> {
  const counting = [...countingFacts(plan, state.observations, now)]
  return new Map(
    counting.map(([fact, { value, grade, since }]) => {
      return [fact, { value, grade: grades[grade - 1] ?? 'said', since: new Date(since).toISOString() }]
    }),
  )
}

function askedAt({ id, name, elements, commitments }: Stage): AskedFact[] {
  const stage = { id, name }
  return [
    ...elements.map((element): AskedFact => {
      const { required, grade } = element
      const fact = factName.element(element.id)
      return { fact, name: element.name, kind: 'element', type: element.value, stage, required, grade }
    }),
    ...commitments.map((commitment): AskedFact => {
      const { required, grade } = commitment
      const fact = factName.commitment(commitment.id)
      return { fact, name: commitment.name, kind: 'commitment', type: { kind: 'flag' }, stage, required, grade }
    }),
  ]
}
