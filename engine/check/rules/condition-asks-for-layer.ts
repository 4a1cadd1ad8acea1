import { factName } from '../../facts/fact.ts'
import { testsIn } from '../../model/condition.ts'
import { conditionsOf } from '../conditions-of.ts'
import type { Check } from '../finding.ts'

/** Whether a layer or a specialist is needed rests on another layer's sign-off, which the run judges only afterwards. */
export const conditionAsksForLayer: Check<'condition-asks-for-layer'> = (model) => {
  const inChain = conditionsOf(model).filter(({ place }) => ['layer', 'specialist'].includes(place.kind))
  return inChain.flatMap(({ place, name, condition }) => {
    const asked = new Set(testsIn(condition).map(({ fact }) => fact))
    return model.chain.layers
      .filter(({ id }) => asked.has(factName.layer(id)))
      .map((layer) => ({ place, values: { place: name, layer: layer.name } }))
  })
}
