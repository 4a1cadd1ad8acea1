import { stageCriterion } from '../../compile/stage-criterion.ts'
import { type Condition, testsIn } from '../../model/condition.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import { canHold } from '../can-hold.ts'
import { stageName, transitionName } from '../conditions-of.ts'
import { factsOf } from '../facts-of.ts'
import type { Check, Place } from '../finding.ts'
import { broughtAt, passageOf, waysInto } from '../passage.ts'
import { graphOf } from '../stage-graph.ts'
import { isWellTyped } from '../test-fault.ts'

/**
 * A stage or a way that waits for what comes only at a stage which no deal can open before: the answer of a department
 * called there, or an element or a task that only its actions bring. Each waits for the other, and the deal stands.
 */
export const stageWaitsOnLater: Check<'stage-waits-on-later'> = (model) => {
  const { opens, completes } = passageOf(model)
  const { starts } = graphOf(model)
  return model.stages.flatMap((stage) => {
    const led =
      starts.includes(stage.id) || (waysInto(model).get(stage.id) ?? []).some(({ from }) => completes.has(from))
    const place: Place = { kind: 'stage', id: stage.id }
    if (opens.has(stage.id))
      return completes.has(stage.id) ? [] : waiting(model, stage.name, place, stageCriterion(stage))
    if (!led) return []
    const entry = stage.entry ? waiting(model, stage.name, { ...place, part: 'entry' }, stage.entry) : []
    const ways = (waysInto(model).get(stage.id) ?? []).filter(({ from }) => completes.has(from))
    const onWays = ways.flatMap((way) =>
      way.condition
        ? waiting(model, transitionName(model, way), { kind: 'transition', id: way.id }, way.condition)
        : [],
    )
    return [...entry, ...onWays]
  })
}

function waiting(model: ProcessModel, name: string, place: Place, condition: Condition) {
  const { comes } = passageOf(model)
  if (!isWellTyped(model, condition) || !canHold(model, condition) || canHold(model, condition, comes)) return []
  const facts = factsOf(model)
  const awaited = testsIn(condition).map(({ fact }) => fact)
  const late = awaited.find(
    (fact) => !comes(fact) && !canHold(model, condition, (one) => one !== subject(fact) && comes(one)),
  )
  const fact = facts.get(late ?? '')
  if (!fact) return []
  const later = [...(broughtAt(model, fact) ?? [])].map((id) => stageName(model, id)).join(', ')
  return [{ place, values: { place: name, fact: fact.label, later } }]
}

const subject = (fact: string): string => fact.replace(/^(grade|days-since)\./, '')
