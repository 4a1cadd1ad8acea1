import { isLasting, lowerCondition, negate } from '../compile/lower-condition.ts'
import { type Condition, testsIn } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { conditionsOf, layersAskedFor } from './conditions-of.ts'
import type { Place } from './finding.ts'

/** A condition that makes what becomes of a deal depend on the order in which things are learnt, and the facts it is about. */
export type OrderDependence = { place: Place; name: string; facts: string[] }

/** Every condition of a model by which the absence of something, or its not being old yet, lets a deal pass a stage. */
export function orderDependence(model: ProcessModel): OrderDependence[] {
  return conditionsOf(model).flatMap(({ place, name, condition }) => {
    const passing = readings(model, place, condition)
      .flatMap(testsIn)
      .filter((test) => !isLasting(test))
    return passing.length > 0 ? [{ place, name, facts: [...new Set(passing.map(({ fact }) => fact))] }] : []
  })
}

/**
 * The lowered conditions whose holding lets a deal pass. A call that blocks lets pass where it is not made; a layer where
 * it is signed, and where it is not needed. Other calls, and layers that no condition asks for, let nothing pass.
 */
function readings(model: ProcessModel, { kind, id, stage }: Place, condition: Condition): Condition[] {
  switch (kind) {
    case 'support':
      return stage && blocks(model, stage, id) ? [negate(condition)] : []
    case 'layer':
      return layersAskedFor(model).has(id) ? [lowerCondition(condition), negate(condition)] : []
    case 'specialist': {
      const layer = model.chain.specialists.find((one) => one.id === id)?.layer
      return layer && layersAskedFor(model).has(layer) ? [lowerCondition(condition), negate(condition)] : []
    }
    default:
      return [lowerCondition(condition)]
  }
}

const blocks = (model: ProcessModel, stage: string, trigger: string): boolean =>
  model.stages.some((one) => one.id === stage && one.support.some(({ id, blocks }) => id === trigger && blocks))
