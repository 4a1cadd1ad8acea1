import type { Position, ProcessModel } from '#engine'
import { placeStages } from '../map/place-stages.ts'
import { stageCard } from '../map/stage-card.ts'
import { tidyPositions } from '../map/tidy.ts'

/** Where each stage of a drawing stands on the canvas, by its index; in good order where the drawing does not say. */
export async function placesOf(model: ProcessModel): Promise<Position[]> {
  const isPlaced = model.stages.some(({ id }) => model.layout[id])
  const layout = isPlaced ? model.layout : await tidyPositions(model)
  const heights = new Map(model.stages.map((stage) => [stage.id, stageCard(model, stage).height]))
  const places = placeStages({ ...model, layout }, heights)
  return model.stages.map(({ id }) => places.get(id) ?? { x: 0, y: 0 })
}
