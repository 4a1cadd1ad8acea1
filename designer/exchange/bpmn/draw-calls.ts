import type { Department, Stage, SupportTrigger } from '#engine'
import { type Bpmn, nameOf } from './bpmn.ts'
import type { Parts } from './parts.ts'

/** A working day's length, as where support is drawn by hand. */
const usualDue = { unit: 'hours', amount: 8 } as const

/**
 * Messages that steps send to other pools, as support that their stages call, and those pools as departments. Other messages
 * have no place in a drawing.
 */
export function drawCalls(
  { participants = [], messageFlows = [] }: Bpmn,
  process: Bpmn,
  stageOf: ReadonlyMap<Bpmn, string>,
  stages: readonly Stage[],
  parts: Parts,
): { stages: Stage[]; departments: Department[] } {
  const departments = new Map<Bpmn, Department>()
  const calls = new Map<string, SupportTrigger[]>()
  const poolOf = (end: Bpmn | undefined) =>
    participants.find((pool) => pool === end || (end && pool.processRef && holds(pool.processRef, end)))

  function departmentOf(pool: Bpmn): Department {
    const known = departments.get(pool)
    if (known) return known
    const name = parts.uniquely('department', nameOf(pool) || nameOf(pool.processRef ?? pool) || parts.names.lane)
    const department = { id: parts.freshId('department', name), name }
    departments.set(pool, department)
    return department
  }

  for (const message of messageFlows) {
    const pool = poolOf(message.targetRef)
    const stage = message.sourceRef && stageOf.get(message.sourceRef)
    if (!pool || pool.processRef === process || stage === undefined) {
      if ([message.sourceRef, message.targetRef].some((end) => end && holds(process, end)))
        parts.leave('message', nameOf(message))
      continue
    }
    const called = calls.get(stage) ?? []
    const wanted = nameOf(message) || nameOf(message.messageRef ?? message) || parts.names.support(nameOf(pool))
    const name = unlike(called, parts.shortened(wanted, 190))
    const trigger: SupportTrigger = {
      id: parts.freshId('support', name),
      name,
      department: departmentOf(pool).id,
      due: usualDue,
      blocks: false,
      brings: [],
    }
    parts.leave('support-due', name)
    calls.set(stage, [...called, trigger])
  }
  return {
    stages: stages.map((stage) => ({ ...stage, support: [...stage.support, ...(calls.get(stage.id) ?? [])] })),
    departments: [...departments.values()],
  }
}

const holds = ({ flowElements = [] }: Bpmn, end: Bpmn): boolean => flowElements.includes(end)

/** A name that no other call of the stage has. */
function unlike(called: readonly SupportTrigger[], wanted: string): string {
  let name = wanted
  for (let n = 2; called.some((one) => one.name === name); n++) name = `${wanted} (${n})`
  return name
}
