import type { Check } from '../finding.ts'
import { supportOf } from '../parts-of.ts'

/** A call for something that is no element. A department can find out an element; a commitment is the customer's to give. */
export const supportBringsUnknown: Check<'support-brings-unknown'> = (model) => {
  const elements = new Set(model.stages.flatMap((stage) => stage.elements.map(({ id }) => id)))
  return supportOf(model).flatMap(({ trigger, place }) =>
    trigger.brings
      .filter((effect) => !elements.has(effect))
      .map((missing) => ({ place, values: { support: trigger.name, missing } })),
  )
}
