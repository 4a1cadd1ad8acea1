import type { Plan } from '../compile/plan.ts'
import { type Scalar, type Test, valuesNamed } from '../model/condition.ts'
import { verdicts } from '../model/support.ts'
import type { ValueType } from '../model/value-type.ts'

/** Values of a type, one for each region that the comparisons tell apart, and the unknown. */
export function valuesOf(type: ValueType, tests: Test[]): (Scalar | undefined)[] {
  const named = tests.flatMap((test) =>
    test.operator === 'isKnown' || test.operator === 'isUnknown' ? [] : valuesNamed(test),
  )
  switch (type.kind) {
    case 'flag':
      return [undefined, true, false]
    case 'choice':
      return [undefined, ...type.options]
    case 'number':
    case 'money':
      return [undefined, ...around(named.filter((value) => typeof value === 'number'))]
    case 'date':
    case 'text': {
      const texts = named.filter((value) => typeof value === 'string')
      // A text sorts directly after another when a character is added to it; no date is before year 0.
      return [undefined, type.kind === 'date' ? '0000-01-01' : '-', ...texts, ...texts.map((text) => `${text} `)]
    }
  }
}

function around(thresholds: number[]): number[] {
  const sorted = [...new Set(thresholds)].sort((a, b) => a - b)
  const between = sorted.slice(1).map((value, n) => (value + (sorted[n] ?? value)) / 2)
  return [(sorted[0] ?? 0) - 1, ...sorted, ...between, (sorted.at(-1) ?? 0) + 1]
}

/** The type of any fact of a plan, also of those that follow from others. */
export function typeOfFact(plan: Plan, fact: string): ValueType {
  const observed = plan.observable[fact]
  if (observed) return observed
  if (fact.startsWith('support.')) return { kind: 'choice', options: [...verdicts] }
  if (fact.startsWith('action.') || fact.startsWith('layer.')) return { kind: 'flag' }
  if (fact === 'style') return { kind: 'choice', options: plan.styles.map((style) => style.id) }
  return { kind: 'number' }
}
