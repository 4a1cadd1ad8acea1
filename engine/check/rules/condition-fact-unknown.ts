import { testsIn } from '../../model/condition.ts'
import { conditionsOf } from '../conditions-of.ts'
import { factsOf } from '../facts-of.ts'
import type { Check } from '../finding.ts'

/** A condition over a fact that the drawing does not have. */
export const conditionFactUnknown: Check<'condition-fact-unknown'> = (model) =>
  conditionsOf(model).flatMap(({ place, name, condition }) =>
    testsIn(condition)
      .filter(({ fact }) => !factsOf(model).has(fact))
      .map(({ fact }) => ({ place, values: { place: name, fact } })),
  )
