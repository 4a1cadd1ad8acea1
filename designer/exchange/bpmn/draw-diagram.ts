import { around, type Box, card } from '../../map/geometry.ts'
import type { Bpmn, Create } from './bpmn.ts'

/** How large a stage's shape is; it stands where the stage does on the canvas. */
export const stageSize = { width: card.width, height: 90 } as const

export type Shape = Box & { of: Bpmn }
type Point = { x: number; y: number }
/** How a hand leads a line, between its ends. */
export type Led = ReadonlyMap<Bpmn, readonly Point[]>

const pool = { edge: 60, height: 70, gap: 50 } as const

/**
 * The diagram of a process or collaboration. Pools are drawn around the process and below it; a line leaves a shape at its
 * right and comes to the next one from the left, with straight corners, or by the points through which a hand leads it.
 */
export function drawDiagram(
  create: Create,
  plane: Bpmn,
  shapes: readonly Shape[],
  flows: readonly Bpmn[],
  label: number,
  led: Led,
): Bpmn {
  const [own, ...others] = plane.participants ?? []
  const area = around(shapes)
  const frame = {
    x: area.x - pool.edge - label / 4,
    y: area.y - pool.edge,
    width: area.width + 2 * pool.edge + label / 4,
    height: area.height + 2 * pool.edge,
  }
  const below = (n: number) => frame.y + frame.height + pool.gap + n * (pool.height + pool.gap / 2)
  const pools: Shape[] = [
    ...(own ? [{ of: own, ...frame }] : []),
    ...others.map((of, n) => ({ of, x: frame.x, y: below(n), width: frame.width, height: pool.height })),
  ]
  const all = new Map([...pools, ...shapes].map((shape) => [shape.of, shape]))
  const box = (of: Bpmn | undefined): Box => (of && all.get(of)) ?? { x: 0, y: 0, width: 0, height: 0 }

  const planeElement = [
    ...[...pools, ...shapes].map(({ of, x, y, width, height }) =>
      create('bpmndi:BPMNShape', {
        id: `${of.id}_di`,
        bpmnElement: of,
        ...(of.$type === 'bpmn:Participant' && { isHorizontal: true }),
        bounds: create('dc:Bounds', { x, y, width, height }),
      }),
    ),
    ...flows.map((flow) => edge(create, flow, wayOf(box(flow.sourceRef), box(flow.targetRef), led.get(flow)))),
    ...(plane.messageFlows ?? []).map((flow, n) =>
      edge(create, flow, downwards(box(flow.sourceRef), box(flow.targetRef), n)),
    ),
  ]
  return create('bpmndi:BPMNDiagram', {
    id: 'Diagram_1',
    plane: create('bpmndi:BPMNPlane', { id: 'Plane_1', bpmnElement: plane, planeElement }),
  })
}

const edge = (create: Create, of: Bpmn, waypoint: Point[]): Bpmn =>
  create('bpmndi:BPMNEdge', {
    id: `${of.id}_di`,
    bpmnElement: of,
    waypoint: waypoint.map((point) => create('dc:Point', point)),
  })

function wayOf(from: Box, to: Box, led: readonly Point[] | undefined): Point[] {
  const [start, ...corners] = cornered(from, to)
  return start && led ? [start, ...led, ...corners.slice(-1)] : cornered(from, to)
}

/** From the right of one shape to the left of another; back beneath both where the other does not stand further right. */
function cornered(from: Box, to: Box): Point[] {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 }
  const end = { x: to.x, y: to.y + to.height / 2 }
  if (start.x < end.x) {
    if (start.y === end.y) return [start, end]
    const middle = (start.x + end.x) / 2
    return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]
  }
  const beneath = Math.max(from.y + from.height, to.y + to.height) + 24
  const [right, left] = [start.x + 20, end.x - 20]
  return [
    start,
    { x: right, y: start.y },
    { x: right, y: beneath },
    { x: left, y: beneath },
    { x: left, y: end.y },
    end,
  ]
}

/** From the bottom of a stage down to a pool; several calls of one stage run side by side. */
function downwards(from: Box, to: Box, n: number): Point[] {
  const x = from.x + 20 + (n % 8) * ((from.width - 40) / 8)
  return [
    { x, y: from.y + from.height },
    { x, y: to.y },
  ]
}
