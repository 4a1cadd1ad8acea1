import type { ProcessModel } from '../model/process-model.ts'
import type { Element } from '../model/stage.ts'
import { type SupportTrigger, verdicts } from '../model/support.ts'
import { type Fact, factName } from './fact.ts'

const days = { kind: 'number', unit: 'days' } as const
const flag = { kind: 'flag' } as const

/** Support triggers of a model: those of its stages, then those of its objection types. */
export function supportTriggersOf(model: ProcessModel): SupportTrigger[] {
  return [...model.stages, ...model.objectionTypes].flatMap((owner) => owner.support)
}

/** Every fact that a model's conditions may name, with its type and where it comes from. */
export function catalogueOf(model: ProcessModel): Fact[] {
  const observed = [...attributeFacts(model), ...stageFacts(model)]
  return [
    ...observed,
    ...observed.flatMap(evidenceFacts),
    ...model.chain.layers.map(
      (layer): Fact => ({
        name: factName.layer(layer.id),
        label: layer.name,
        value: flag,
        origin: { kind: 'layer', id: layer.id },
      }),
    ),
    ...supportTriggersOf(model).map(
      (trigger): Fact => ({
        name: factName.support(trigger.id),
        label: trigger.name,
        value: { kind: 'choice', options: [...verdicts] },
        origin: { kind: 'support', id: trigger.id, department: trigger.department },
      }),
    ),
    ...model.stages.flatMap((stage) =>
      stage.actions.map(
        (action): Fact => ({
          name: factName.action(action.id),
          label: action.name,
          value: flag,
          origin: { kind: 'action', id: action.id, stage: stage.id },
        }),
      ),
    ),
    {
      name: factName.openObjections,
      label: 'open objections',
      value: { kind: 'number' },
      origin: { kind: 'objections' },
    },
    ...styleFact(model),
  ]
}

function attributeFacts(model: ProcessModel): Fact[] {
  return model.attributes.map((attribute) => ({
    name: factName.attribute(attribute.id),
    label: attribute.name,
    value: attribute.value,
    origin: { kind: 'attribute', id: attribute.id },
  }))
}

function stageFacts(model: ProcessModel): Fact[] {
  return model.stages.flatMap((stage) => [
    ...stage.elements.map((element) => elementFact(element, stage.id)),
    ...stage.commitments.map(
      (commitment): Fact => ({
        name: factName.commitment(commitment.id),
        label: commitment.name,
        value: flag,
        origin: { kind: 'commitment', id: commitment.id, stage: stage.id, role: commitment.role },
      }),
    ),
  ])
}

const elementFact = (element: Element, stage: string): Fact => ({
  name: factName.element(element.id),
  label: element.name,
  value: element.value,
  origin: { kind: 'element', id: element.id, stage },
})

/** Each observed fact has a grade, and an age in days: since its own date where it is one, else since it was observed. */
function evidenceFacts(fact: Fact): Fact[] {
  return [
    {
      name: factName.grade(fact.name),
      label: fact.label,
      value: { kind: 'number' },
      origin: { kind: 'grade', of: fact.name },
    },
    {
      name: factName.daysSince(fact.name),
      label: fact.label,
      value: days,
      origin: { kind: 'days-since', of: fact.name },
    },
  ]
}

function styleFact(model: ProcessModel): Fact[] {
  const options = model.chain.styles.map((style) => style.id)
  if (options.length === 0) return []
  return [{ name: factName.style, label: 'style', value: { kind: 'choice', options }, origin: { kind: 'style' } }]
}
