import type { KnownFacts, Note, ProcessModel } from '#engine'
import type { DealState } from '#engine/deal'
import { flowChain } from './flow-chain.ts'
import { flowLanes } from './flow-lanes.ts'
import type { HeadingNode, MapEdge, MapNode, NoteNode, StageNode, TransitionEdge } from './flow-nodes.ts'
import { around, type Box, call, gap, gutter, lane, noteHeight, note as noteSize } from './geometry.ts'
import { stageBoxes } from './stage-boxes.ts'
import { type StageCard, stageCard } from './stage-card.ts'

const headingHeight = 24
const leastWidth = 1000

/**
 * The picture of a model: stages, below them the support lanes, below those the decision chain. Pure, and derived anew
 * from the model each time. With a running deal it shows where the deal stands; `facts` are what the engine judges on it.
 * Of `folded` stages only the names are shown.
 */
export function toFlow(
  model: ProcessModel,
  live?: DealState,
  facts?: KnownFacts,
  folded: ReadonlySet<string> = new Set(),
): { nodes: MapNode[]; edges: MapEdge[] } {
  const cards = model.stages.map((stage) => stageCard(model, stage, { live, facts, folded: folded.has(stage.id) }))
  const boxes = stageBoxes(model, cards)
  const area = around([...boxes.values()])
  const hasObjectionCalls = model.objectionTypes.some(({ support }) => support.length > 0)
  const width = Math.max(area.width + (hasObjectionCalls ? gutter / 2 + call.width + lane.pad : 0), leastWidth)
  const nodes: MapNode[] = cards.map((one) => stageNode(one, boxes.get(one.stage.id) as Box))
  nodes.push(...model.notes.map(noteNode))
  const edges: MapEdge[] = model.transitions.map((transition): TransitionEdge => {
    const route = model.routes?.[transition.id]
    return {
      id: `transition:${transition.id}`,
      type: 'transition',
      source: `stage:${transition.from}`,
      sourceHandle: 'next',
      target: `stage:${transition.to}`,
      targetHandle: 'before',
      data: {
        transition,
        passed: live?.stages[transition.from]?.status === 'completed',
        ...(route && { route }),
      },
    }
  })
  let y = area.y + area.height + (model.stages.length > 0 ? gap : 0)
  const below = (says: HeadingNode['data']['says']): Box => {
    nodes.push(headingNode(says, area.x - gutter, y, width + gutter))
    y += headingHeight
    return { x: area.x, y, width, height: 0 }
  }
  const calls = [...model.stages, ...model.objectionTypes].flatMap(({ support }) => support)
  if (model.departments.length + calls.length > 0) {
    const lanes = flowLanes(model, boxes, below('support'), live)
    nodes.push(...lanes.nodes)
    edges.push(...lanes.edges)
    y += lanes.height + gap
  }
  if (model.chain.layers.length + model.chain.roles.length > 0)
    nodes.push(...flowChain(model, below('chain'), live, facts).nodes)
  return { nodes, edges: edges.filter(bothEnds(nodes)) }
}

const stageNode = (one: StageCard, { x, y, width, height }: Box): StageNode => ({
  id: `stage:${one.stage.id}`,
  type: 'stage',
  position: { x, y },
  width,
  height,
  data: { card: one },
  zIndex: 3,
})

const noteNode = (note: Note): NoteNode => ({
  id: `note:${note.id}`,
  type: 'note',
  position: note.at,
  width: noteSize.width,
  height: noteHeight(note.text),
  data: { note },
  zIndex: 4,
})

const headingNode = (says: HeadingNode['data']['says'], x: number, y: number, width: number): HeadingNode => ({
  id: `heading:${says}`,
  type: 'heading',
  position: { x, y },
  width,
  height: headingHeight,
  data: { says },
  draggable: false,
  selectable: false,
  focusable: false,
})

/** A transition to a stage that is not drawn is a finding, not a line. */
function bothEnds(nodes: readonly MapNode[]) {
  const ids = new Set(nodes.map(({ id }) => id))
  return ({ source, target }: MapEdge): boolean => ids.has(source) && ids.has(target)
}
