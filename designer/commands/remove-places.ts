import { type Place, type ProcessModel, unreachable } from '#engine'
import {
  removeDepartment,
  removeFromModel,
  removeLayer,
  removeRole,
  removeSpecialist,
  removeStyle,
} from './chain-commands.ts'
import { without } from './lists.ts'
import { removePart, removeStage, removeTransition } from './stage-commands.ts'

/** Removes whatever stands at these places, as one edit. The model itself stays. */
export const removePlaces = (model: ProcessModel, places: readonly Place[]): ProcessModel =>
  places.reduce(removePlace, model)

function removePlace(model: ProcessModel, { kind, id, stage = '' }: Place): ProcessModel {
  switch (kind) {
    case 'model':
      return model
    case 'stage':
      return removeStage(model, id)
    case 'transition':
      return removeTransition(model, id)
    case 'element':
      return removePart(model, { stage, part: 'elements', id })
    case 'commitment':
      return removePart(model, { stage, part: 'commitments', id })
    case 'action':
      return removePart(model, { stage, part: 'actions', id })
    case 'support':
      return stage ? removePart(model, { stage, part: 'support', id }) : withoutCall(model, id)
    case 'layer':
      return removeLayer(model, id)
    case 'specialist':
      return removeSpecialist(model, id)
    case 'role':
      return removeRole(model, id)
    case 'style':
      return removeStyle(model, id)
    case 'department':
      return removeDepartment(model, id)
    case 'attribute':
      return removeFromModel(model, { part: 'attributes', id })
    case 'scenario':
      return removeFromModel(model, { part: 'scenarios', id })
    case 'threshold':
      return removeFromModel(model, { part: 'thresholds', id })
    case 'note':
      return removeFromModel(model, { part: 'notes', id })
    case 'objection-type':
      return removeFromModel(model, { part: 'objectionTypes', id })
    default:
      return unreachable(kind)
  }
}

/** A call that an objection makes. */
const withoutCall = (model: ProcessModel, id: string): ProcessModel => ({
  ...model,
  objectionTypes: model.objectionTypes.map((type) => ({ ...type, support: without(type.support, id) })),
})
