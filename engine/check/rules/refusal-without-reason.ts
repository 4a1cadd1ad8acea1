import type { Check } from '../finding.ts'
import { supportOf } from '../parts-of.ts'

/** A call that is refused at once without a reason: the seller would not know what to do instead. */
export const refusalWithoutReason: Check<'refusal-without-reason'> = (model) =>
  supportOf(model)
    .filter(({ trigger }) => trigger.refusesWhen && !trigger.refusal?.trim())
    .map(({ trigger, place }) => ({ place, values: { support: trigger.name } }))
