import type { Check } from '../finding.ts'
import { supportOf } from '../parts-of.ts'

/** A call on nobody: it would have no queue to stand in. */
export const supportWithoutDepartment: Check<'support-without-department'> = (model) =>
  supportOf(model)
    .filter(({ trigger }) => !trigger.department)
    .map(({ trigger, place }) => ({ place, values: { support: trigger.name } }))
