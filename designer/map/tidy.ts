import type { Position, ProcessModel } from '#engine'
import { card } from './geometry.ts'
import { stageCard } from './stage-card.ts'

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '44',
  'elk.layered.spacing.nodeNodeBetweenLayers': '76',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.separateConnectedComponents': 'true',
}

/** Where each stage would stand in good order, from left to right, with straight lines from one to the next. The layout library is large, so it is loaded here. */
export async function tidyPositions(model: ProcessModel): Promise<Record<string, Position>> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js')
  const known = new Set(model.stages.map(({ id }) => id))
  const drawn = await new Elk().layout({
    id: 'map',
    layoutOptions: options,
    children: model.stages.map((stage) => ({
      id: stage.id,
      width: card.width,
      height: stageCard(model, stage).height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        { id: `${stage.id}.before`, x: 0, y: card.handle },
        { id: `${stage.id}.next`, x: card.width, y: card.handle },
      ],
    })),
    edges: model.transitions
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ id, from, to }) => ({ id, sources: [`${from}.next`], targets: [`${to}.before`] })),
  })
  return Object.fromEntries(
    (drawn.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]),
  )
}
