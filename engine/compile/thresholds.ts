import { factName } from '../facts/fact.ts'
import { type Condition, type Test, testsIn, thresholdOf, valuesNamed, withTests } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { Threshold } from '../model/threshold.ts'
import type { Plan, Step } from './plan.ts'

const nameAt = (threshold: string, step: Step) =>
  `${threshold}@${step.kind}${step.kind === 'deal' ? '' : `.${step.id}`}`

/** A condition as a step asks it: each threshold is named as the one of this step, whose opening says which value holds. */
export const atStep = (condition: Condition, step: Step): Condition =>
  withTests(condition, (test) => {
    const threshold = thresholdOf(test)
    return threshold ? { ...test, value: { fact: nameAt(threshold, step) } } : test
  })

/** The thresholds that the conditions of a plan compare with, once for each step that asks. Left out where there are none. */
export function thresholdsIn(model: ProcessModel, conditions: Condition[]): Pick<Plan, 'thresholds'> {
  const asked = new Set(conditions.flatMap(testsIn).flatMap((test) => thresholdOf(test) ?? []))
  const thresholds = [...asked].flatMap((fact) => {
    const [name = '', at = ''] = fact.split('@')
    const [kind, id] = at.split('.')
    const threshold = named(model, name)
    const step = (id ? { kind, id } : { kind }) as Step
    return threshold ? [{ fact, threshold: threshold.id, values: threshold.values, step }] : []
  })
  return thresholds.length > 0 ? { thresholds } : {}
}

/** Every number that a comparison may be with, whatever is in force. */
export function numbersIn(model: ProcessModel, test: Test): number[] {
  const [name] = thresholdOf(test)?.split('@') ?? []
  const values = name ? (named(model, name)?.values ?? []).map(({ amount }) => amount) : valuesNamed(test)
  return values.filter((value) => typeof value === 'number')
}

const named = ({ thresholds }: ProcessModel, name: string): Threshold | undefined =>
  thresholds.find(({ id }) => factName.threshold(id) === name)
