import { factsOf } from '../facts-of.ts'
import type { Check } from '../finding.ts'
import { orderDependence } from '../order-dependence.ts'

/** A condition that asks for the absence of something, or for something not to be old yet: learnt later, it comes too late to count. */
export const conditionOrderDependent: Check<'condition-order-dependent'> = (model) =>
  orderDependence(model).map(({ place, name, facts }) => {
    const labels = facts.map((fact) => factsOf(model).get(fact)?.label ?? fact)
    return { place, values: { place: name, facts: [...new Set(labels)].join(', ') } }
  })
