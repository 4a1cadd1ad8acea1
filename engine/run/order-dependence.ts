import { isLasting, lowerCondition } from '../compile/lower-condition.ts'
import { type Condition, testsIn } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'

/** A place of the drawing whose outcome depends on the order in which things become known, and the facts it is about. */
export type OrderDependence = {
  place: { kind: 'stage'; stage: string; part: 'entry' | 'exit' } | { kind: 'transition'; transition: string }
  facts: string[]
}

/** Every rule of a model that asks for the absence of something, or for something not to be old yet. */
export function orderDependence(model: ProcessModel): OrderDependence[] {
  const places: [OrderDependence['place'], Condition | undefined][] = [
    ...model.stages.flatMap(({ id, entry, exit }): [OrderDependence['place'], Condition | undefined][] => [
      [{ kind: 'stage', stage: id, part: 'entry' }, entry],
      [{ kind: 'stage', stage: id, part: 'exit' }, exit],
    ]),
    ...model.transitions.map(({ id, condition }): [OrderDependence['place'], Condition | undefined] => [
      { kind: 'transition', transition: id },
      condition,
    ]),
  ]
  return places.flatMap(([place, condition]) => {
    const passing = condition ? testsIn(lowerCondition(condition)).filter((test) => !isLasting(test)) : []
    return passing.length > 0 ? [{ place, facts: [...new Set(passing.map((test) => test.fact))] }] : []
  })
}
