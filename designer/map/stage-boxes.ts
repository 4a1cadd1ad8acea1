import type { ProcessModel } from '#engine'
import { type Box, card } from './geometry.ts'
import { placeStages } from './place-stages.ts'
import { type StageCard, stageCard } from './stage-card.ts'

/** Where each stage's card is drawn, and how large. */
export function stageBoxes(
  model: ProcessModel,
  cards: readonly StageCard[] = model.stages.map((stage) => stageCard(model, stage)),
): ReadonlyMap<string, Box> {
  const places = placeStages(model, new Map(cards.map(({ stage, height }) => [stage.id, height])))
  return new Map(
    cards.map(({ stage, height }) => [
      stage.id,
      { ...(places.get(stage.id) ?? { x: 0, y: 0 }), width: card.width, height },
    ]),
  )
}
