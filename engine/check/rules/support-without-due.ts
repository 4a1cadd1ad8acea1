import type { Check } from '../finding.ts'
import { supportOf } from '../parts-of.ts'

/** A call without a due time: it would never escalate. */
export const supportWithoutDue: Check<'support-without-due'> = (model) =>
  supportOf(model)
    .filter(({ trigger }) => !trigger.due)
    .map(({ trigger, place }) => ({ place, values: { support: trigger.name } }))
