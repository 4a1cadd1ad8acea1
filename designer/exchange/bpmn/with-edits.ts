import { canonicalJson, type Position, type ProcessModel, type Route, readModelFile, type Stage } from '#engine'
import { idsIn } from '../../commands/identify.ts'
import { withRoutes } from '../../commands/routes.ts'
import { bendsOf } from '../../map/route-path.ts'
import { type Bpmn, type Create, nameOf } from './bpmn.ts'
import type { BpmnNames } from './bpmn-names.ts'
import { drawSteps } from './draw-steps.ts'
import { drawRoles } from './lanes.ts'
import type { LeavingOut } from './left-out.ts'
import { noteLeftOut } from './note-left-out.ts'
import { createParts } from './parts.ts'
import { readWays } from './read-ways.ts'
import { drawBpmn, type Places, shown } from './to-bpmn.ts'

/** The drawing that Keynode wrote into a file, and where its stages stood there. */
type Embedded = { model: ProcessModel; places: Places }

/** Nothing where another tool wrote the file, or what Keynode wrote cannot be read any more. */
export function embeddedDrawing({ extensionElements }: Bpmn): Embedded | undefined {
  const json = extensionElements?.values?.find(({ $type }) => $type === 'keynode:Drawing')?.json
  if (json === undefined) return undefined
  try {
    const { model, places } = JSON.parse(json)
    const read = readModelFile(JSON.stringify(model))
    return 'model' in read && Array.isArray(places) ? { model: read.model, places } : undefined
  } catch {
    return undefined
  }
}

/**
 * A drawing that Keynode wrote, with what another tool did to it: stages renamed, moved, removed or added, and ways between
 * them. What nobody touched comes back as it was.
 */
export function withEdits(
  { model, places }: Embedded,
  definitions: Bpmn,
  process: Bpmn,
  names: BpmnNames,
  leaving: LeavingOut,
): ProcessModel {
  const telling = { condition: () => '', stage: () => '', end: () => '' }
  const plain: Create = (type, members) => ({ $type: type, ...members })
  const written = drawBpmn(plain, model, places, telling)
  if (contour(definitions) === contour(written)) return model

  const ways = readWays(process, ({ id = '' }) => /^(Start|End|Join)_\d+$/.test(id))
  const bounds = boundsIn(definitions)
  const before = new Map(ways.steps.flatMap((step) => numbered(model.stages, 'Stage', step) ?? []))
  const stageOf = (step: Bpmn): Stage | undefined => {
    const stage = before.get(step)
    return stage && nameOf(step) && nameOf(step) !== shown(stage.name) ? { ...stage, name: nameOf(step) } : stage
  }
  const own = new Set(before.values())
  const about = {
    roleOf: (step: Bpmn): string => roles.roleOf(step),
    noteOn: () => '',
    isKnown: ({ id }: Stage) => model.stages.some((stage) => stage.id === id),
  }
  const parts = createParts(leaving, names, about, { ids: new Set(idsIn(model)), names: namesIn(model) })
  const roles = drawRoles({ $type: process.$type }, '', parts)
  const transitionOf = ({ flows }: { flows: Bpmn[] }) =>
    flows.flatMap((flow) => numbered(model.transitions, 'Flow', flow)?.map(([, one]) => one) ?? [])[0]
  const drawn = drawSteps(ways, parts, { stageOf, transitionOf })
  noteLeftOut(process, ways, leaving)

  const wasDrawn = ({ from, to }: { from: string; to: string }) =>
    [from, to].every((end) => model.stages.some(({ id }) => id === end))
  const inOrder = <One extends { id: string }>(old: readonly One[], now: readonly One[]): One[] => [
    ...old.flatMap(({ id }) => now.find((one) => one.id === id) ?? []),
    ...now.filter(({ id }) => old.every((one) => one.id !== id)),
  ]
  const untold = model.transitions.filter((one) => !wasDrawn(one))
  const gone = new Set(model.stages.filter((stage) => !own.has(stage)).map(({ id }) => id))
  const moved = ways.steps.flatMap((step): [string, Position][] => {
    const at = bounds.get(step)
    const id = drawn.stageOf.get(step)
    const place = at && { x: at.x, y: at.y }
    const [, stood] = numbered(places, 'Stage', step)?.[0] ?? []
    return id && place && canonicalJson(place) !== canonicalJson(stood ?? null) ? [[id, place]] : []
  })
  const next: ProcessModel = {
    ...model,
    stages: inOrder(model.stages, drawn.stages),
    transitions: inOrder(model.transitions, [...untold, ...drawn.transitions]),
    chain: { ...model.chain, roles: [...model.chain.roles, ...roles.roles] },
    layout: {
      ...Object.fromEntries(Object.entries(model.layout).filter(([id]) => !gone.has(id))),
      ...Object.fromEntries(moved),
    },
  }
  return withRoutes(next, { ...model.routes, ...led(model, definitions, written, next) })
}

/** The ways of the lines that another tool leads otherwise than they were written; none where it leads one straight. */
function led(model: ProcessModel, definitions: Bpmn, written: Bpmn, next: ProcessModel): Record<string, Route> {
  const was = waypointsIn(written)
  const entries = [...waypointsIn(definitions)].flatMap(([flow, points]): [string, Route][] => {
    const [, line] = numbered(model.transitions, 'Flow', flow)?.[0] ?? []
    const before = [...was].find(([one]) => one.id === flow.id)?.[1]
    const [start, end] = [points[0], points.at(-1)]
    const isDrawn = next.transitions.some(({ id }) => id === line?.id)
    if (!line || !isDrawn || !start || !end || canonicalJson(points) === canonicalJson(before ?? null)) return []
    return [[line.id, bendsOf(start, points.slice(1, -1), end)]]
  })
  return Object.fromEntries(entries)
}

const waypointsIn = ({ diagrams = [] }: Bpmn): Map<Bpmn, Position[]> =>
  new Map(
    diagrams.flatMap(({ plane }) =>
      (plane?.planeElement ?? []).flatMap(({ bpmnElement, waypoint }) =>
        bpmnElement && waypoint ? [[bpmnElement, waypoint.map(({ x, y }) => ({ x, y }))] as const] : [],
      ),
    ),
  )

/** The part of a list that an element stands for, by its number: `Stage_3` is the third stage. */
function numbered<One>(list: readonly One[], word: string, element: Bpmn): [Bpmn, One][] | undefined {
  const [, number] = new RegExp(`^${word}_(\\d+)$`).exec(element.id ?? '') ?? []
  const one = list[Number(number) - 1]
  return one && [[element, one]]
}

function namesIn(model: ProcessModel): [string, string][] {
  const observed = model.stages.flatMap(({ elements, commitments }) => [...elements, ...commitments])
  return [
    ...model.stages.map(({ name }): [string, string] => ['stage', name]),
    ...[...observed, ...model.attributes].map(({ name }): [string, string] => ['observed', name]),
    ...model.chain.roles.map(({ name }): [string, string] => ['role', name]),
  ]
}

const boundsIn = ({ diagrams = [] }: Bpmn) =>
  new Map(
    diagrams.flatMap(({ plane }) =>
      (plane?.planeElement ?? []).flatMap(({ bpmnElement, bounds }) =>
        bpmnElement && bounds ? [[bpmnElement, bounds] as const] : [],
      ),
    ),
  )

/** What of a file another tool's hand can change, as a text to compare: stages with names and places, flows with ends and ways. */
function contour(definitions: Bpmn): string {
  const bounds = boundsIn(definitions)
  const waypoints = waypointsIn(definitions)
  const elements = (definitions.rootElements ?? []).flatMap(({ flowElements = [] }) => flowElements)
  return canonicalJson(
    elements
      .map((one) => {
        const { x, y } = bounds.get(one) ?? {}
        const isStage = one.id?.startsWith('Stage_')
        const isWay = one.id?.startsWith('Flow_')
        return [
          one.id,
          isStage ? nameOf(one) : '',
          one.sourceRef?.id,
          one.targetRef?.id,
          isStage ? [x, y] : [],
          isWay ? waypoints.get(one) : [],
        ].map((part) => part ?? null)
      })
      .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
  )
}
