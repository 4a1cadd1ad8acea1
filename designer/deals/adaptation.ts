import { type Change, diffModels, type ProcessModel, unreachable, type ValueType } from '#engine'
import { identify } from '../commands/identify.ts'
import { putPart } from '../commands/stage-commands.ts'

export const adaptationKinds = ['element', 'commitment', 'action', 'drop'] as const
export type AdaptationKind = (typeof adaptationKinds)[number]

/** One thing that a deal does otherwise. What is dropped is named by its kind, its stage and its id. */
export type Adaptation =
  | { kind: 'element'; stage: string; name: string; role: string; value: Exclude<ValueType['kind'], 'choice'> }
  | { kind: 'commitment'; stage: string; name: string; role: string }
  | { kind: 'action'; stage: string; name: string; brings?: string[] }
  | { kind: 'drop'; dropped: string }

/** The changes that an adaptation makes to the model that a deal runs on. */
export const adaptationChanges = (model: ProcessModel, adaptation: Adaptation): Change[] =>
  diffModels(model, adapted(model, adaptation))

function adapted(model: ProcessModel, adaptation: Adaptation): ProcessModel {
  if (adaptation.kind === 'drop') return withoutRequirement(model, adaptation.dropped)
  const { kind, stage } = adaptation
  const name = adaptation.name.trim()
  const named = { id: identify(model, kind, name), name, required: true }
  switch (kind) {
    case 'element': {
      const item = { ...named, value: { kind: adaptation.value }, grade: 'said' as const, from: [adaptation.role] }
      return putPart(model, { stage, part: 'elements', item })
    }
    case 'commitment':
      return putPart(model, { stage, part: 'commitments', item: { ...named, role: adaptation.role, grade: 'said' } })
    case 'action':
      return putPart(model, { stage, part: 'actions', item: { ...named, brings: adaptation.brings ?? [] } })
    default:
      return unreachable(kind)
  }
}

function withoutRequirement(model: ProcessModel, dropped: string): ProcessModel {
  const [kind, stage, id] = dropped.split(' ')
  const relaxed = <Part extends { id: string; required: boolean }>(parts: Part[], of: string): Part[] =>
    kind === of ? parts.map((part) => (part.id === id ? { ...part, required: false } : part)) : parts
  return {
    ...model,
    stages: model.stages.map((one) =>
      one.id === stage
        ? {
            ...one,
            elements: relaxed(one.elements, 'element'),
            commitments: relaxed(one.commitments, 'commitment'),
            actions: relaxed(one.actions, 'action'),
          }
        : one,
    ),
  }
}
