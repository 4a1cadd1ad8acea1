import type { ProcessModel } from '../model/process-model.ts'
import type { Finding, Rule } from './finding.ts'
import { rules } from './rules/index.ts'
import { say } from './sentences.ts'

/**
 * Everything that is wrong with a drawing, errors first, each at its place. Pure. A check that crashes is itself a
 * finding, and an error: what it looks for is then not known.
 */
export function checkModel(model: ProcessModel, checked: readonly Rule[] = rules): Finding[] {
  const findings = distinct(checked.flatMap((rule) => findingsOf(rule, model)))
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ]
}

function findingsOf(rule: Rule, model: ProcessModel): Finding[] {
  try {
    return rule.check(model).map(({ place, values }): Finding => {
      const said = place.part ? { ...values, context: place.part } : values
      return { rule: rule.name, severity: rule.severity, place, message: say(rule.name, said), values: said }
    })
  } catch (error) {
    return [crashed(rule, error)]
  }
}

function crashed({ name }: Rule, error: unknown): Finding {
  const values = { check: name, reason: error instanceof Error ? error.message : String(error) }
  return {
    rule: 'check-crashed',
    severity: 'error',
    place: { kind: 'model', id: 'model' },
    message: say('check-crashed', values),
    values,
  }
}

/** A condition that says the same wrong thing twice is complained about once. */
function distinct(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify([finding.place, finding.message]), finding])).values()]
}
