import { mergeModels, type ProcessModel } from '#engine'
import { DomainError } from '#engine/deal'
import { freePlace } from './additions.ts'

/**
 * What two people made of one drawing, as one that has the changes of both; undefined where some of them meet, since people
 * have to say then what is to be. What was drawn here gives way where something of theirs stands at the same place.
 */
export function joinDrawings(base: ProcessModel, mine: ProcessModel, theirs: ProcessModel): ProcessModel | undefined {
  const merge = mergedOf(base, mine, theirs)
  if (!merge || merge.conflicts.length > 0) return undefined
  return merge.model.stages
    .map(({ id }) => id)
    .filter((id) => mine.layout[id] && !base.layout[id] && !theirs.layout[id])
    .reduce(standApart, merge.model)
}

function mergedOf(base: ProcessModel, mine: ProcessModel, theirs: ProcessModel) {
  try {
    return mergeModels(base, mine, theirs)
  } catch (error) {
    // A drawing in which ids come twice cannot be compared; the checks say so.
    if (error instanceof DomainError) return undefined
    throw error
  }
}

function standApart(model: ProcessModel, id: string): ProcessModel {
  const { [id]: at, ...others } = model.layout
  if (!at) return model
  return { ...model, layout: { ...model.layout, [id]: freePlace({ ...model, layout: others }, at) } }
}
