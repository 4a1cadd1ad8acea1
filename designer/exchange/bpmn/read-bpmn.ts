import { type ProcessModel, processModelSchema } from '#engine'
import { tidyPositions } from '../../map/tidy.ts'
import { type Bpmn, isActivity, isEvent, kindOf, nameOf, toldOf } from './bpmn.ts'
import type { BpmnNames } from './bpmn-names.ts'
import { drawCalls } from './draw-calls.ts'
import { drawSteps } from './draw-steps.ts'
import { drawRoles } from './lanes.ts'
import { type LeavingOut, type LeftOut, leavingOut } from './left-out.ts'
import { noteLeftOut } from './note-left-out.ts'
import { type BpmnFault, type ParsedBpmn, parseBpmn } from './parse-bpmn.ts'
import { createParts } from './parts.ts'
import { readWays } from './read-ways.ts'
import { embeddedDrawing, withEdits } from './with-edits.ts'

/** One process of a file, as it is chosen: a drawing is one purchase. */
export type Pool = { id: string; name: string; steps: number }

export type BpmnReading =
  | { kind: 'read'; model: ProcessModel; leftOut: LeftOut[]; pools: Pool[]; pool: string }
  | { kind: 'refused'; fault: BpmnFault | { kind: 'no-steps' | 'too-many-steps'; why: string } }

/** More than anybody draws by hand. */
const mostElements = 3000

/** Reads one process of a BPMN file as a drawing: the one asked for, else the one with the most steps. */
export async function readBpmn(file: Uint8Array, names: BpmnNames, wanted?: string): Promise<BpmnReading> {
  const parsed = await parseBpmn(file)
  if ('fault' in parsed) return { kind: 'refused', fault: parsed.fault }
  const processes = processesOf(parsed.definitions)
  const pools = processes.map(({ pool }) => pool)
  const chosen = processes.find(({ pool }) => pool.id === wanted) ?? processes[0]
  if (!chosen) return { kind: 'refused', fault: { kind: 'no-steps', why: '' } }
  if ((chosen.process.flowElements?.length ?? 0) > mostElements)
    return { kind: 'refused', fault: { kind: 'too-many-steps', why: String(mostElements) } }
  const { process, pool } = chosen
  const leaving = leavingOut()
  const drawing = embeddedDrawing(process)
  const model = drawing
    ? withEdits(drawing, parsed.definitions, process, names, leaving)
    : await inGoodOrder(drawnAnew(parsed, process, pool.name, names, leaving))
  for (const other of pools) if (other.id !== pool.id) leaving.leave('other-pools', other.name)
  return { kind: 'read', model, leftOut: leaving.leftOut(), pools, pool: pool.id }
}

/** Shapes of other tools are smaller than stages, so their places would not do. */
const inGoodOrder = async (model: ProcessModel): Promise<ProcessModel> => ({
  ...model,
  layout: await tidyPositions(model),
})

function drawnAnew(
  { definitions, warnings }: ParsedBpmn,
  process: Bpmn,
  pool: string,
  names: BpmnNames,
  leaving: LeavingOut,
): ProcessModel {
  const collaboration = definitions.rootElements?.find((one) => kindOf(one) === 'Collaboration') ?? definitions
  const ways = readWays(process)
  const about = {
    roleOf: (step: Bpmn): string => roles.roleOf(step),
    noteOn: (step: Bpmn): string => notesOn(step, [process, collaboration]),
    isKnown: () => false,
  }
  const parts = createParts(leaving, names, about, { ids: new Set(), names: [] })
  const roles = drawRoles(process, pool, parts)
  const drawn = drawSteps(ways, parts, { stageOf: () => undefined, transitionOf: () => undefined })
  const { stages, departments } = drawCalls(collaboration, process, drawn.stageOf, drawn.stages, parts)
  noteLeftOut(process, ways, leaving)
  for (const warning of warnings) leaving.leave('unreadable', warning.split('\n')[0]?.slice(0, 100))
  for (const one of process.flowElements ?? []) if (one.extensionElements?.values?.length) leaving.leave('other-tools')
  return processModelSchema.parse({
    formatVersion: 1,
    name: parts.shortened(pool || nameOf(definitions) || names.step, 190),
    description: parts.shortened(toldOf(process), 4000),
    stages,
    transitions: drawn.transitions,
    departments,
    chain: { roles: roles.roles },
  })
}

function processesOf({ rootElements = [] }: Bpmn): { process: Bpmn; pool: Pool }[] {
  const participants = rootElements.flatMap(({ participants = [] }) => participants)
  const found = rootElements.filter((one) => kindOf(one) === 'Process')
  return found
    .map((process, n) => {
      const participant = participants.find(({ processRef }) => processRef === process)
      const steps = (process.flowElements ?? []).filter(
        (one) => isActivity(one) || (isEvent(one) && nameOf(one)),
      ).length
      const name = (participant && nameOf(participant)) || nameOf(process)
      return { process, pool: { id: process.id ?? String(n), name, steps } }
    })
    .filter(({ pool }) => pool.steps > 0)
    .sort((a, b) => b.pool.steps - a.pool.steps)
}

/** The texts that are tied to a step. */
function notesOn(step: Bpmn, around: readonly Bpmn[]): string {
  const ties = around.flatMap(({ artifacts = [] }) => artifacts.filter((one) => kindOf(one) === 'Association'))
  return ties
    .flatMap(
      ({ sourceRef, targetRef }) => (sourceRef === step ? targetRef : targetRef === step ? sourceRef : undefined) ?? [],
    )
    .filter((one) => kindOf(one) === 'TextAnnotation')
    .map(toldOf)
    .join('\n')
}
