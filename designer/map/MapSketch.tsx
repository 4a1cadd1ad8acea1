import { useMemo } from 'react'
import type { ProcessModel } from '#engine'
import type { MapEdge, MapNode } from './flow-nodes.ts'
import { around, type Box, boxOf, card } from './geometry.ts'
import { type Mark, type Marks, markKey, markOf, noMarks } from './marks.ts'
import { routePath } from './route-path.ts'
import { toFlow } from './to-flow.ts'
import { drawnAt } from './use-selection.ts'
import './sketch.css'

type Props = {
  model: ProcessModel
  /** What a reader hears of it; nothing where words beside it say the same. */
  label?: string
  /** With them, what they mark stands out, and the picture is of where it is. */
  marks?: Marks
}

const margin = 40

/** A map in small, drawn from the model as the map itself is: where stages, lanes and layers stand, and what stages ask for. */
export function MapSketch({ model, label = '', marks = noMarks }: Props) {
  const { nodes, edges } = useMemo(() => toFlow(model), [model])
  const markOn = (one: MapNode | MapEdge): Mark | undefined =>
    markOf(marks, drawnAt(one, edges)) ?? markInside(one, marks)
  const marked = nodes.filter((node) => !isBand(node) && markOn(node))
  const { x, y, width, height } = around((marked.length > 0 ? marked : nodes).map(boxOf))
  const boxes = new Map(nodes.map((node) => [node.id, boxOf(node)]))
  const view = [x - margin, y - margin, width + 2 * margin, height + 2 * margin]
  return (
    <svg
      className="map-sketch"
      viewBox={view.join(' ')}
      role={label ? 'img' : 'presentation'}
      aria-hidden={label === ''}
      preserveAspectRatio="xMidYMid meet"
    >
      <title>{label}</title>
      {nodes.filter(isBand).map((node) => (
        <Bar key={node.id} box={boxOf(node)} look={`sketch-${node.type} ${lookOf(markOn(node))}`} />
      ))}
      {edges.map((edge) => (
        <path key={edge.id} d={wayOf(edge, boxes)} className={`sketch-line is-${edge.type} ${lookOf(markOn(edge))}`} />
      ))}
      {nodes
        .filter((node) => !isBand(node) && node.type !== 'heading')
        .map((node) => (
          <g key={node.id} className={lookOf(markOn(node))}>
            <Bar box={boxOf(node)} look={`sketch-${node.type}`} />
            {node.type === 'stage' && <StageLines node={node} />}
          </g>
        ))}
    </svg>
  )
}

const isBand = ({ type }: MapNode): boolean => type === 'lane' || type === 'layer'
const lookOf = (mark: Mark | undefined): string => (mark ? `is-marked is-${mark}` : '')

/** A card stands out for what is new in it. */
const markInside = (one: MapNode | MapEdge, marks: Marks): Mark | undefined =>
  one.type === 'stage'
    ? [...one.data.card.elements, ...one.data.card.commitments].flatMap(
        ({ place }) => marks.get(markKey(place)) ?? [],
      )[0]
    : undefined

function Bar({ box: { x, y, width, height }, look }: { box: Box; look: string }) {
  return <rect x={x} y={y} width={width} height={height} rx={10} className={look} />
}

/** The name of a stage, and a bar for each thing that it asks for. */
function StageLines({ node }: { node: Extract<MapNode, { type: 'stage' }> }) {
  const { stage, elements, commitments } = node.data.card
  const { x, y, height } = boxOf(node)
  const bars = [...elements.map(() => 'element'), ...commitments.map(() => 'commitment')]
  const room = Math.max(0, Math.floor((height - 70) / 24))
  return (
    <>
      <foreignObject x={x + 10} y={y + 6} width={card.width - 20} height={62}>
        <div className="sketch-name">{stage.name}</div>
      </foreignObject>
      {bars.slice(0, room).map((kind, n) => (
        <rect
          // Bars have nothing but their turn.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={n}
          x={x + 12}
          y={y + 70 + n * 24}
          width={card.width - 24}
          height={14}
          rx={7}
          className={`sketch-part is-${kind}`}
        />
      ))}
    </>
  )
}

/** From the right of a card to the left of the next, or from a card down to what it calls. */
function wayOf(edge: MapEdge, boxes: ReadonlyMap<string, Box>): string {
  const [from, to] = [boxes.get(edge.source), boxes.get(edge.target)]
  if (!from || !to) return ''
  if (edge.type === 'call') return `M ${from.x + 20} ${from.y + from.height} V ${to.y + to.height / 2} H ${to.x}`
  const start = { x: from.x + from.width, y: from.y + card.handle }
  const end = { x: to.x, y: to.y + card.handle }
  const middle = (start.x + end.x) / 2
  const own = [
    { x: middle, y: start.y },
    { x: middle, y: end.y },
  ]
  const route = edge.type === 'transition' ? edge.data?.route : undefined
  return routePath([start, ...(route ?? own), end])
}
