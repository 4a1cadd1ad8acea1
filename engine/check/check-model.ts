import type { ProcessModel } from '../model/process-model.ts'
import type { Check, Finding } from './finding.ts'

const checks: Check<ProcessModel>[] = []

/** Everything that is wrong with a drawing, errors first, each at its place. Pure. */
export function checkModel(model: ProcessModel): Finding[] {
  const findings = checks.flatMap((check) => check(model))
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ]
}
