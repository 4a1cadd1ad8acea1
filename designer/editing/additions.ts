import type { Duration, Place, Position, ProcessModel } from '#engine'
import { putInChain, putInModel } from '../commands/chain-commands.ts'
import { identify } from '../commands/identify.ts'
import { putBeside } from '../commands/order.ts'
import { leadLine } from '../commands/routes.ts'
import { addStage, changeTransition, connect, putPart } from '../commands/stage-commands.ts'
import { card, lane } from '../map/geometry.ts'

const column = 340
const halfDay: Duration = { unit: 'hours', amount: 8 }

/** A model with something new in it, and where that is. */
export type Addition = { model: ProcessModel; place: Place }

/** A stage where the hand points, else to the right of all that is drawn. */
export function newStage(model: ProcessModel, name: string, position = behindAll(model)): Addition {
  const id = identify(model, 'stage', name)
  return { model: addStage(model, { id, name, position }), place: { kind: 'stage', id } }
}

/** The next stage: to the right of one, in the first place that is free, and connected to it. */
export function newStageAfter(model: ProcessModel, before: string, name: string): Addition {
  const from = model.layout[before] ?? { x: 0, y: 0 }
  const added = besides(newStage(model, name, freePlace(model, { x: from.x + column, y: from.y })), before, 'after')
  return { ...added, model: withTransition(added.model, before, added.place.id) }
}

/** A stage that leads to one: to the left of it, in the first place that is free. */
export function newStageBefore(model: ProcessModel, after: string, name: string): Addition {
  const to = model.layout[after] ?? { x: 0, y: 0 }
  const added = besides(newStage(model, name, freePlace(model, { x: to.x - column, y: to.y })), after, 'before')
  return { ...added, model: withTransition(added.model, added.place.id, after) }
}

/** A stage in the middle of a transition, whose condition stays on the way into the new stage. */
export function newStageOn(model: ProcessModel, transition: string, name: string): Addition {
  const line = model.transitions.find(({ id }) => id === transition)
  if (!line) return newStage(model, name)
  const from = model.layout[line.from] ?? { x: 0, y: 0 }
  const to = model.layout[line.to] ?? { x: from.x + 2 * column, y: from.y }
  const between = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const added = besides(newStage(model, name, freePlace(model, between)), line.from, 'after')
  const redrawn = leadLine(changeTransition(added.model, { ...line, to: added.place.id }), line.id, [])
  return { ...added, model: withTransition(redrawn, added.place.id, line.to) }
}

/** What was added, next to another of its like in their list. */
export const besides = ({ model, place }: Addition, anchor: string, side: 'before' | 'after'): Addition => ({
  model: putBeside(model, place, anchor, side),
  place,
})

export function newNote(model: ProcessModel, at = behindAll(model)): Addition {
  const id = identify(model, 'note', 'note')
  return { model: putInModel(model, { part: 'notes', item: { id, text: '', at } }), place: { kind: 'note', id } }
}

export function withTransition(model: ProcessModel, from: string, to: string): ProcessModel {
  return connect(model, { id: identify(model, 'transition', `${from}-to-${to}`), from, to })
}

export type PartKind = 'element' | 'commitment' | 'action' | 'support'

export function newPart(model: ProcessModel, stage: string, kind: PartKind, name: string): Addition {
  const id = identify(model, kind, name)
  return { model: putPart(model, { stage, ...partOf(model, kind, { id, name }) }), place: { kind, id, stage } }
}

function partOf(model: ProcessModel, kind: PartKind, named: { id: string; name: string }) {
  switch (kind) {
    case 'element':
      return {
        part: 'elements' as const,
        item: { ...named, value: { kind: 'flag' as const }, required: true, grade: 'said' as const, from: [] },
      }
    case 'commitment':
      return { part: 'commitments' as const, item: { ...named, required: true, grade: 'said' as const } }
    case 'action':
      return { part: 'actions' as const, item: { ...named, brings: [], required: true } }
    case 'support':
      return { part: 'support' as const, item: newCall(model, named) }
  }
}

/** A call on the only department, where there is but one. */
function newCall({ departments }: ProcessModel, named: { id: string; name: string }) {
  const [only, ...others] = departments
  return {
    ...named,
    blocks: false,
    brings: [],
    due: halfDay,
    ...(only && others.length === 0 && { department: only.id }),
  }
}

export function newObjectionCall(model: ProcessModel, type: string, name: string): Addition {
  const id = identify(model, 'support', name)
  const objection = model.objectionTypes.find((one) => one.id === type)
  if (!objection) return { model, place: { kind: 'objection-type', id: type } }
  const item = { ...objection, support: [...objection.support, newCall(model, { id, name })] }
  return { model: putInModel(model, { part: 'objectionTypes', item }), place: { kind: 'support', id } }
}

export type LooseKind =
  | 'layer'
  | 'specialist'
  | 'role'
  | 'style'
  | 'department'
  | 'objection-type'
  | 'attribute'
  | 'threshold'

/** Something beside the stages. `seat` is the layer or department of the customer's that a new role or department joins. */
export function newLoose(model: ProcessModel, kind: LooseKind, name: string, seat?: Place): Addition {
  const id = identify(model, kind, name)
  return { model: withLoose(model, kind, { id, name }, seat), place: { kind, id } }
}

function withLoose(
  model: ProcessModel,
  kind: LooseKind,
  named: { id: string; name: string },
  seat: Place | undefined,
): ProcessModel {
  switch (kind) {
    case 'layer':
      return putInChain(model, { part: 'layers', item: { ...named, rule: { kind: 'all' } } })
    case 'specialist': {
      const layer = seat?.kind === 'layer' ? seat.id : model.chain.layers[0]?.id
      return layer === undefined ? model : putInChain(model, { part: 'specialists', item: { ...named, layer } })
    }
    case 'role': {
      const sits =
        seat?.kind === 'layer' ? { layer: seat.id } : seat?.kind === 'specialist' ? { specialist: seat.id } : {}
      return putInChain(model, { part: 'roles', item: { ...named, kind: 'user-buyer', ...sits } })
    }
    case 'style':
      return putInChain(model, { part: 'styles', item: { ...named, description: '' } })
    case 'department':
      return putInModel(model, { part: 'departments', item: named })
    case 'objection-type':
      return putInModel(model, {
        part: 'objectionTypes',
        item: { ...named, blocks: false, strategy: 'answer', playbook: [], support: [] },
      })
    case 'attribute':
      return putInModel(model, { part: 'attributes', item: { ...named, value: { kind: 'text' } } })
    case 'threshold':
      return putInModel(model, { part: 'thresholds', item: { ...named, values: [] } })
  }
}

function behindAll({ layout, stages }: ProcessModel): Position {
  const places = stages.flatMap(({ id }) => layout[id] ?? [])
  const [last] = places.toSorted((a, b) => b.x - a.x)
  return last ? { x: last.x + column, y: last.y } : { x: 0, y: 0 }
}

/** Down from a place, the first one that no card covers. */
export function freePlace({ layout }: ProcessModel, { x, y }: Position): Position {
  const covers = (place: Position) =>
    Object.values(layout).some(
      (one) => Math.abs(one.x - place.x) < card.width && Math.abs(one.y - place.y) < card.width,
    )
  let place = { x, y }
  while (covers(place)) place = { x, y: place.y + card.width + 4 * lane.pad }
  return place
}
