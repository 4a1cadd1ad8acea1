import { lowerCondition, never } from '../../compile/lower-condition.ts'
import { type Condition, testsIn } from '../../model/condition.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import { canHold, failing, type Witness, witnessOf } from '../can-hold.ts'
import { factsOf } from '../facts-of.ts'
import type { Check } from '../finding.ts'
import { passedWith, restOf } from '../passage.ts'
import { isWellTyped } from '../test-fault.ts'

/**
 * A passed stage from which a deal with some values goes nowhere: every transition asks for something, and for these
 * values none of it can come. What people can still promise, answer or do is taken as if it came.
 */
export const branchGap: Check<'branch-gap'> = (model) =>
  gapsOf(model).map(({ stage, name, values }) => ({
    place: { kind: 'stage', id: stage },
    values: { stage: name, deal: tell(model, values) },
  }))

/** Values with which a deal passes a stage and goes nowhere, by stage. */
export function gapsOf(model: ProcessModel): { stage: string; name: string; values: Witness }[] {
  return model.stages.flatMap(({ id, name, end }) => {
    const ways = model.transitions.filter(({ from }) => from === id)
    const conditions = ways.flatMap(({ condition }) => condition ?? [])
    if (end || ways.length === 0 || conditions.length < ways.length) return []
    if (!conditions.every((condition) => isWellTyped(model, condition))) return []
    const shut: Condition[] = conditions.map((condition) => shutFor(model, lowerCondition(condition)))
    const known = [...new Set(shut.flatMap(testsIn).map(({ fact }) => fact))]
      .filter((fact) => isGiven(model, fact))
      .map((fact): Condition => ({ fact, operator: 'isKnown', value: true }))
    const gap: Condition = { all: [...known, ...shut] }
    const rest = restOf(model, passedWith(model, id), gap)
    const values = canHold(model, { all: [rest, gap] }) ? witnessOf(model, { all: [rest, gap] }) : undefined
    return values && known.length > 0 ? [{ stage: id, name, values }] : []
  })
}

/** The condition under which a lowered one is false for good: only what is given once counts against it. */
function shutFor(model: ProcessModel, lowered: Condition): Condition {
  if ('all' in lowered) return { any: lowered.all.map((member) => shutFor(model, member)) }
  if ('any' in lowered) return { all: lowered.any.map((member) => shutFor(model, member)) }
  if ('fact' in lowered && isGiven(model, lowered.fact)) return failing(lowered)
  return never
}

/** Attributes and elements are what a deal is; the rest, and an element that is yes or no, may yet come. */
function isGiven(model: ProcessModel, name: string): boolean {
  const fact = factsOf(model).get(name)
  return fact?.origin.kind === 'attribute' || (fact?.origin.kind === 'element' && fact.value.kind !== 'flag')
}

function tell(model: ProcessModel, values: Witness): string {
  const given = [...values].filter(([fact]) => isGiven(model, fact))
  return given.map(([fact, value]) => `${factsOf(model).get(fact)?.label ?? fact} ${value}`).join(', ')
}
