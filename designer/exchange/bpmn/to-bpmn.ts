import type { Condition, Position, ProcessModel, Route, Stage } from '#engine'
import { gutter } from '../../map/geometry.ts'
import type { Bpmn, Create } from './bpmn.ts'
import { drawDiagram, type Shape, stageSize } from './draw-diagram.ts'
import { keynodePackage } from './keynode-package.ts'

/** How the file is told to who reads it in another tool. */
export type BpmnTelling = {
  condition(condition: Condition): string
  /** What a stage asks for, line by line. */
  stage(stage: Stage): string
  end(outcome: 'won' | 'lost'): string
}

/** Where each stage stands, by its index. */
export type Places = readonly Position[]

/** A drawing as BPMN 2.0 XML with its diagram. `places` is where each stage stands, by its index. */
export async function toBpmn(model: ProcessModel, places: Places, telling: BpmnTelling): Promise<string> {
  const { BpmnModdle } = await import('bpmn-moddle')
  const moddle = new BpmnModdle({ keynode: keynodePackage })
  const definitions = drawBpmn((type, members) => moddle.create(type, members), model, places, telling)
  return (await moddle.toXML(definitions, { format: true })).xml
}

/**
 * Stages as tasks, transitions as sequence flows, our departments as pools that stages send to. Stage n is `Stage_n`, and so
 * on: by that the file is known again. What Keynode draws beside them for other tools alone is an aid.
 */
export function drawBpmn(create: Create, model: ProcessModel, places: Places, telling: BpmnTelling): Bpmn {
  const shapes: Shape[] = []
  const elements: Bpmn[] = []
  const flows: Bpmn[] = []
  const put = (element: Bpmn, shape: Omit<Shape, 'of'>): Bpmn => {
    elements.push(element)
    shapes.push({ of: element, ...shape })
    return element
  }
  const led = new Map<Bpmn, Route>()
  const flow = (id: string, sourceRef: Bpmn, targetRef: Bpmn, members: object = {}): Bpmn => {
    const drawn = create('bpmn:SequenceFlow', { id, sourceRef, targetRef, ...members })
    flows.push(drawn)
    sourceRef.outgoing = [...(sourceRef.outgoing ?? []), drawn]
    targetRef.incoming = [...(targetRef.incoming ?? []), drawn]
    return drawn
  }

  const tasks = model.stages.map((stage, n) =>
    put(
      create('bpmn:Task', {
        id: `Stage_${n + 1}`,
        name: shown(stage.name),
        ...documented(create, telling.stage(stage)),
      }),
      {
        ...(places[n] ?? { x: 0, y: 0 }),
        ...stageSize,
      },
    ),
  )
  const taskOf = (id: string): Bpmn | undefined => tasks[model.stages.findIndex((stage) => stage.id === id)]
  const isLedTo = ({ id }: Stage) => model.transitions.some(({ from, to }) => to === id && taskOf(from))
  const entries = model.stages.map((stage, n): Bpmn | undefined => {
    const task = tasks[n]
    if (!task) return undefined
    const { x, y } = places[n] ?? { x: 0, y: 0 }
    const middle = y + stageSize.height / 2
    if (stage.end) {
      const end = create('bpmn:EndEvent', { id: `End_${n + 1}`, name: shown(telling.end(stage.end)) })
      flow(`Aid_end_${n + 1}`, task, put(end, { x: x + stageSize.width + 40, y: middle - 18, width: 36, height: 36 }))
    }
    if (!isLedTo(stage)) {
      const start = put(create('bpmn:StartEvent', { id: `Start_${n + 1}` }), {
        x: x - 76,
        y: middle - 18,
        width: 36,
        height: 36,
      })
      flow(`Aid_start_${n + 1}`, start, task)
    }
    const led = model.transitions.filter(({ from, to }) => to === stage.id && taskOf(from)).length
    if (stage.join === 'any' || led < 2) return task
    const join = create('bpmn:ParallelGateway', { id: `Join_${n + 1}` })
    flow(`Aid_join_${n + 1}`, put(join, { x: x - 90, y: middle - 25, width: 50, height: 50 }), task)
    return join
  })
  model.transitions.forEach(({ id, from, to, condition }, n) => {
    const source = taskOf(from)
    const target = entries[model.stages.findIndex(({ id }) => id === to)]
    if (!source || !target) return
    const said = condition && shown(telling.condition(condition))
    const members = said ? { name: said, conditionExpression: create('bpmn:FormalExpression', { body: said }) } : {}
    const drawn = flow(`Flow_${n + 1}`, source, target, members)
    const route = model.routes?.[id]
    if (route) led.set(drawn, route)
  })

  const process = create('bpmn:Process', {
    id: 'Process_1',
    name: shown(model.name),
    isExecutable: false,
    ...documented(create, model.description),
    extensionElements: create('bpmn:ExtensionElements', {
      values: [create('keynode:Drawing', { json: drawingJson(model, places) })],
    }),
    flowElements: [...elements, ...flows],
  })
  const collaboration = drawPools(create, model, process, taskOf)
  return create('bpmn:Definitions', {
    id: 'Definitions_1',
    targetNamespace: keynodePackage.uri,
    exporter: 'Keynode',
    rootElements: collaboration ? [collaboration, process] : [process],
    diagrams: [drawDiagram(create, collaboration ?? process, shapes, flows, gutter, led)],
  })
}

/** Our departments as pools without an inside, and each support that a stage calls as a message to one. */
function drawPools(create: Create, model: ProcessModel, process: Bpmn, taskOf: (id: string) => Bpmn | undefined) {
  if (model.departments.length === 0) return undefined
  const own = create('bpmn:Participant', { id: 'Pool_model', name: shown(model.name), processRef: process })
  const pools = model.departments.map(({ name }, n) =>
    create('bpmn:Participant', { id: `Pool_${n + 1}`, name: shown(name) }),
  )
  const calls = model.stages.flatMap(({ id, support }) => support.map((trigger) => ({ trigger, stage: taskOf(id) })))
  const messageFlows = calls.flatMap(({ trigger, stage }, n) => {
    const pool = pools[model.departments.findIndex(({ id }) => id === trigger.department)]
    if (!stage || !pool) return []
    const ends = { sourceRef: stage, targetRef: pool }
    return [create('bpmn:MessageFlow', { id: `Call_${n + 1}`, name: shown(trigger.name), ...ends })]
  })
  return create('bpmn:Collaboration', { id: 'Collaboration_1', participants: [own, ...pools], messageFlows })
}

const documented = (create: Create, text: string): object =>
  text ? { documentation: [create('bpmn:Documentation', { text: shown(text, '\n') })] } : {}

/** A text as XML can carry it: without characters that it does not know, and on one line. */
export const shown = (text: string, lineBreak = ' '): string =>
  text
    .replace(/[\t\r\n]+/g, lineBreak)
    .replace(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .trim()

/** JSON whose text XML can carry: characters that it does not know, or that a tool might put otherwise, are escaped. */
const drawingJson = (model: ProcessModel, places: Places): string =>
  JSON.stringify({ model, places }).replace(
    /[\p{Cc}\u2028\u2029\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
