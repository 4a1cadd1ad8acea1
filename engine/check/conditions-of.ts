import { factName } from '../facts/fact.ts'
import { type Condition, testsIn } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { SupportTrigger } from '../model/support.ts'
import type { Place } from './finding.ts'
import { oncePer } from './once-per.ts'

/** A condition where it is drawn, and what people call that place. */
export type PlacedCondition = { place: Place; name: string; condition: Condition }

/** Every condition of a model: of stages, transitions, support and decision chain. */
export const conditionsOf = oncePer((model: ProcessModel): readonly PlacedCondition[] =>
  [
    ...model.stages.flatMap(({ id, name, entry, exit, support }) => [
      placed({ kind: 'stage', id, part: 'entry' }, name, entry),
      placed({ kind: 'stage', id, part: 'exit' }, name, exit),
      ...support.flatMap((trigger) => onSupport({ kind: 'support', id: trigger.id, stage: id }, trigger)),
    ]),
    ...model.transitions.map((transition) =>
      placed({ kind: 'transition', id: transition.id }, transitionName(model, transition), transition.condition),
    ),
    ...model.objectionTypes.flatMap(({ support }) =>
      support.flatMap((trigger) => onSupport({ kind: 'support', id: trigger.id }, trigger)),
    ),
    ...model.chain.layers.map(({ id, name, when }) => placed({ kind: 'layer', id }, name, when)),
    ...model.chain.specialists.map(({ id, name, when }) => placed({ kind: 'specialist', id }, name, when)),
    ...model.chain.styles.map(({ id, name, suggestedWhen }) => placed({ kind: 'style', id }, name, suggestedWhen)),
  ].flat(),
)

const placed = (place: Place, name: string, condition: Condition | undefined): PlacedCondition[] =>
  condition ? [{ place, name, condition }] : []

const onSupport = (place: Place, { name, when, refusesWhen }: SupportTrigger): PlacedCondition[] => [
  ...placed(place, name, when),
  ...placed(place, name, refusesWhen),
]

/** A transition has no name of its own: it is called by its two ends. */
export function transitionName(model: ProcessModel, { from, to }: { from: string; to: string }): string {
  return `${stageName(model, from)} → ${stageName(model, to)}`
}

/** A stage's name, or its id where the drawing has no such stage. */
export const stageName = (model: ProcessModel, id: string): string => stageNames(model).get(id) ?? id

const stageNames = oncePer((model: ProcessModel) => new Map(model.stages.map(({ id, name }) => [id, name])))

/** Ids of the layers whose sign-off some condition asks for. */
export const layersAskedFor = oncePer((model: ProcessModel): ReadonlySet<string> => {
  const asked = new Set(conditionsOf(model).flatMap(({ condition }) => testsIn(condition).map(({ fact }) => fact)))
  return new Set(model.chain.layers.map(({ id }) => id).filter((id) => asked.has(factName.layer(id))))
})
