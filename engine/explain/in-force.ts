import { never } from '../compile/lower-condition.ts'
import type { KnownFacts } from '../facts/fact.ts'
import { type Condition, thresholdOf, withTests } from '../model/condition.ts'

/** A lowered condition with the values that are in force in place of its thresholds. Where none is, a comparison never holds. */
export const inForce = (condition: Condition, facts: KnownFacts): Condition =>
  withTests(condition, (test) => {
    const threshold = thresholdOf(test)
    if (threshold === undefined) return test
    const value = facts[threshold]
    return value === undefined ? never : { ...test, value }
  })
