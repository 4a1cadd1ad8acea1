import { factName } from '../facts/fact.ts'
import type { Condition } from '../model/condition.ts'
import type { Stage } from '../model/stage.ts'
import { type Grade, gradeRank } from '../model/value-type.ts'

/**
 * All that a stage asks for before it completes: its required elements and commitments at their grade, its required
 * actions that have no effect to be recognised by, the approvals of blocking support, and its exit condition.
 */
export function stageCriterion(stage: Stage): Condition {
  return {
    all: [
      ...stage.elements
        .filter((element) => element.required)
        .flatMap((element) => {
          const fact = factName.element(element.id)
          return element.value.kind === 'flag' ? given(fact, element.grade) : known(fact, element.grade)
        }),
      ...stage.commitments
        .filter((commitment) => commitment.required)
        .flatMap((commitment) => given(factName.commitment(commitment.id), commitment.grade)),
      ...stage.actions
        .filter((action) => action.required && action.brings.length === 0)
        .map((action): Condition => ({ fact: factName.action(action.id), operator: 'equal', value: true })),
      ...stage.support
        .filter((trigger) => trigger.blocks)
        .map((trigger): Condition => {
          const approved: Condition = { fact: factName.support(trigger.id), operator: 'equal', value: 'approved' }
          return trigger.when ? { any: [{ not: trigger.when }, approved] } : approved
        }),
      ...(stage.exit ? [stage.exit] : []),
    ],
  }
}

const given = (fact: string, grade: Grade): Condition[] => [
  { fact, operator: 'equal', value: true },
  ...graded(fact, grade),
]
const known = (fact: string, grade: Grade): Condition[] => [
  { fact, operator: 'isKnown', value: true },
  ...graded(fact, grade),
]

function graded(fact: string, grade: Grade): Condition[] {
  if (grade === 'said') return []
  return [{ fact: factName.grade(fact), operator: 'greaterThanInclusive', value: gradeRank(grade) }]
}
