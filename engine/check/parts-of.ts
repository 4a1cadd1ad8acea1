import { noteTitle } from '../model/note.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { SupportTrigger } from '../model/support.ts'
import type { Place } from './finding.ts'
import { oncePer } from './once-per.ts'

/** One thing that is drawn. `owner` is the stage or objection type that it belongs to. */
export type Part = { place: Place; name: string; owner?: string }

/** Everything in a drawing that people call by a name. */
export const partsOf = oncePer((model: ProcessModel): readonly Part[] => [
  ...named('attribute', model.attributes),
  ...named('threshold', model.thresholds),
  ...named('stage', model.stages),
  ...model.stages.flatMap(({ id, elements, commitments, actions }) => [
    ...inStage('element', id, elements),
    ...inStage('commitment', id, commitments),
    ...inStage('action', id, actions),
  ]),
  ...supportOf(model).map(({ trigger, place, owner }) => ({ place, owner, name: trigger.name })),
  ...named('layer', model.chain.layers),
  ...named('specialist', model.chain.specialists),
  ...named('role', model.chain.roles),
  ...named('style', model.chain.styles),
  ...named('department', model.departments),
  ...named('objection-type', model.objectionTypes),
  ...named('scenario', model.scenarios),
  ...model.notes.map((note) => ({ place: { kind: 'note' as const, id: note.id }, name: noteTitle(note) })),
])

/** Support triggers of stages and objection types, each with its place. */
export function supportOf(model: ProcessModel): { trigger: SupportTrigger; place: Place; owner: string }[] {
  return [
    ...model.stages.flatMap(({ id: owner, support }) =>
      support.map((trigger) => ({ trigger, owner, place: { kind: 'support' as const, id: trigger.id, stage: owner } })),
    ),
    ...model.objectionTypes.flatMap(({ id: owner, support }) =>
      support.map((trigger) => ({ trigger, owner, place: { kind: 'support' as const, id: trigger.id } })),
    ),
  ]
}

const named = (kind: Place['kind'], items: { id: string; name: string }[]): Part[] =>
  items.map(({ id, name }) => ({ place: { kind, id }, name }))

const inStage = (kind: Place['kind'], stage: string, items: { id: string; name: string }[]): Part[] =>
  items.map(({ id, name }) => ({ place: { kind, id, stage }, name, owner: stage }))
