import type { ProcessModel, SupportTrigger } from '#engine'
import type { DealState, SupportRequest } from '#engine/deal'
import type { CallEdge, CallNode, LaneNode } from './flow-nodes.ts'
import { type Box, call, card, gutter, lane } from './geometry.ts'

type Rail = CallEdge & { data: NonNullable<CallEdge['data']> }
type Called = { trigger: SupportTrigger; x: number; stage?: string; objection?: string }

/** One lane a department, with the requests that stages and objections make of it, each below the stage that makes it. */
export function flowLanes(
  model: ProcessModel,
  stages: ReadonlyMap<string, Box>,
  area: Box,
  live?: DealState,
): { nodes: (LaneNode | CallNode)[]; edges: CallEdge[]; height: number } {
  const calls = callsOf(model, stages, area)
  const known = new Set(model.departments.map(({ id }) => id))
  const homeless = calls.filter(({ trigger }) => !known.has(trigger.department ?? ''))
  const nodes: (LaneNode | CallNode)[] = []
  const edges: Rail[] = []
  let y = area.y
  for (const department of [...model.departments, ...(homeless.length > 0 ? [undefined] : [])]) {
    const mine = department ? calls.filter(({ trigger }) => trigger.department === department.id) : homeless
    const levels = stack(mine)
    const height = Math.max(
      lane.least,
      (Math.max(-1, ...levels) + 1) * call.step - (call.step - call.height) + 2 * lane.pad,
    )
    nodes.push({
      id: `lane:${department?.id ?? ''}`,
      type: 'lane',
      position: { x: area.x - gutter, y },
      width: area.width + gutter,
      height,
      data: { department, label: gutter },
      draggable: false,
      zIndex: -1,
    })
    mine.forEach((one, n) => {
      const id = `call:${one.trigger.id}`
      const request = live && newestRequest(live, one.trigger.id)
      nodes.push({
        id,
        type: 'call',
        position: { x: one.x, y: y + lane.pad + (levels[n] ?? 0) * call.step },
        width: call.width,
        height: call.height,
        data: {
          trigger: one.trigger,
          ...(one.objection !== undefined && { objection: one.objection }),
          ...(live && { live: { request } }),
        },
        draggable: false,
        zIndex: 1,
      })
      if (one.stage !== undefined) edges.push(railTo(id, one.stage, stages, request !== undefined))
    })
    y += height
  }
  return {
    nodes,
    edges: edges.map((edge, n) => ({ ...edge, data: { ...edge.data, whole: isLowest(edges, n) } })),
    height: y - area.y,
  }
}

/** One rail runs down from each stage, to the lowest of its calls; the others branch off from it. */
const isLowest = (edges: readonly CallEdge[], n: number): boolean =>
  edges.findLastIndex(({ source }) => source === edges[n]?.source) === n

/** Stages that stand in one column have their rails side by side. */
function railTo(target: string, stage: string, stages: ReadonlyMap<string, Box>, called: boolean): Rail {
  const own = stages.get(stage)
  const above = [...stages.values()].filter((box) => own && Math.abs(box.x - own.x) < card.width / 2 && box.y > own.y)
  return {
    id: `${target}<stage:${stage}`,
    type: 'call',
    source: `stage:${stage}`,
    sourceHandle: 'support',
    target,
    data: { indent: above.length * 5, called, whole: true },
    selectable: false,
    focusable: false,
  }
}

function callsOf(model: ProcessModel, stages: ReadonlyMap<string, Box>, area: Box): Called[] {
  const right = Math.max(area.x, ...[...stages.values()].map((box) => box.x + box.width))
  return [
    ...model.stages.flatMap(({ id, support }) =>
      support.map((trigger) => ({ trigger, stage: id, x: (stages.get(id)?.x ?? area.x) + call.indent })),
    ),
    ...model.objectionTypes.flatMap(({ name, support }) =>
      support.map((trigger) => ({ trigger, objection: name, x: right + gutter / 2 })),
    ),
  ]
}

/** The level of each call in its lane: the first one where it overlaps none before it. */
function stack(calls: readonly Called[]): number[] {
  const levels: number[] = []
  calls.forEach((one, n) => {
    const taken = new Set(
      levels.filter((_, before) => Math.abs((calls[before] as Called).x - one.x) < call.width + lane.pad),
    )
    let level = 0
    while (taken.has(level)) level++
    levels[n] = level
  })
  return levels
}

const newestRequest = (live: DealState, trigger: string): SupportRequest | undefined =>
  Object.values(live.supportRequests)
    .filter((request) => request.trigger === trigger)
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt))[0]
