import { BpmnModdle } from 'bpmn-moddle'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProcessModel, processModelSchema } from '#engine'
import { libraryModels } from '../../../engine/library/index.ts'
import { aDrawing, aStage, ask, aWay } from '../../../tests/support/a-drawing.ts'
import { bpmnNames, bpmnTelling } from '../../../tests/support/bpmn-names.ts'
import { anyDrawing } from '../../../tests/support/random-drawings.ts'
import { placesOf } from '../places-of.ts'
import type { Bpmn } from './bpmn.ts'
import { readBpmn } from './read-bpmn.ts'
import { toBpmn } from './to-bpmn.ts'

const written = async (model: ProcessModel) => toBpmn(model, await placesOf(model), bpmnTelling)
const read = (xml: string) => readBpmn(new TextEncoder().encode(xml), bpmnNames)
async function readBack(xml: string): Promise<ProcessModel> {
  const reading = await read(xml)
  if (reading.kind === 'refused') throw new Error(reading.fault.kind)
  return reading.model
}

const drawing = processModelSchema.parse(
  aDrawing({
    name: 'Buying <machines> & "more"',
    stages: [aStage('need'), aStage('budget'), aStage('trial'), aStage('signed', { join: 'all', end: 'won' })],
    transitions: [
      aWay('need', 'budget'),
      aWay('need', 'trial', { condition: ask('attribute.amount', 'greaterThan', 5000) }),
      aWay('budget', 'signed'),
      aWay('trial', 'signed'),
    ],
    departments: [{ id: 'legal', name: 'Legal' }],
    layout: { need: { x: 0, y: 0 }, budget: { x: 400, y: -80 }, trial: { x: 400, y: 160 }, signed: { x: 900, y: 0 } },
  }),
)

describe('a drawing written as BPMN', () => {
  it('comes back as the very same, whatever the drawing', async () => {
    await fc.assert(
      fc.asyncProperty(anyDrawing, async (model) => {
        const reading = await read(await written(model))
        // BPMN knows no process without a step.
        if (model.stages.length === 0) expect(reading).toMatchObject({ kind: 'refused', fault: { kind: 'no-steps' } })
        else
          expect(reading).toEqual({ kind: 'read', leftOut: [], model, pool: 'Process_1', pools: [expect.anything()] })
      }),
      { numRuns: 200 },
    )
  }, 240_000)

  it('comes back with every text, line break and character of it', async () => {
    const odd = 'a\u0001b\tc\nd\u2028 ]]> <x> & " \uffff 客戶'
    const model = {
      ...drawing,
      description: odd,
      stages: drawing.stages.map((one) => ({ ...one, description: odd, name: `${one.name} ${odd}` })),
    }
    expect(await readBack(await written(model))).toEqual(model)
  })

  it('is read by the BPMN parser without a warning, with a shape or line for everything in it', async () => {
    for (const model of [drawing, ...libraryModels.map((one) => one.model)]) {
      const { rootElement, warnings } = await new BpmnModdle().fromXML(await written(model))
      const elements = (rootElement.rootElements ?? []).flatMap(
        ({ flowElements = [], participants = [], messageFlows = [] }) => [
          ...flowElements,
          ...participants,
          ...messageFlows,
        ],
      )
      const drawn = rootElement.diagrams?.[0]?.plane?.planeElement ?? []
      expect(warnings).toEqual([])
      expect(new Set(drawn.map(({ bpmnElement }) => bpmnElement))).toEqual(new Set(elements))
      expect(drawn.every(({ bounds, waypoint }) => bounds || (waypoint?.length ?? 0) >= 2)).toBe(true)
      const numbers = drawn.flatMap(({ bounds, waypoint = [] }) => [
        bounds?.x ?? 0,
        bounds?.y ?? 0,
        ...waypoint.flatMap(({ x, y }) => [x, y]),
      ])
      expect(numbers.every(Number.isFinite)).toBe(true)
    }
  })

  it('joins with a parallel gateway where every transition has to be taken, and says conditions in words', async () => {
    const { rootElement } = await new BpmnModdle().fromXML(await written(drawing))
    const process = rootElement.rootElements?.find(({ $type }) => $type === 'bpmn:Process')
    const kinds = (process?.flowElements ?? []).map(({ $type }) => $type.replace('bpmn:', ''))
    expect(kinds.filter((kind) => kind !== 'SequenceFlow').sort()).toEqual(
      ['EndEvent', 'ParallelGateway', 'StartEvent', 'Task', 'Task', 'Task', 'Task'].sort(),
    )
    const conditional = process?.flowElements?.filter(({ conditionExpression }) => conditionExpression)
    expect(conditional?.map(({ conditionExpression }) => conditionExpression?.body)).toEqual([
      JSON.stringify(drawing.transitions[1]?.condition),
    ])
  })
})

describe('what another tool did to it', () => {
  /** The drawing after a hand was in its BPMN. */
  async function edited(change: (process: Bpmn, definitions: Bpmn, moddle: BpmnModdle) => void): Promise<ProcessModel> {
    const moddle = new BpmnModdle()
    const { rootElement } = await moddle.fromXML(await written(drawing))
    const process = rootElement.rootElements?.find(({ $type }) => $type === 'bpmn:Process') as Bpmn
    change(process, rootElement, moddle)
    return readBack((await moddle.toXML(rootElement)).xml)
  }
  const element = ({ flowElements = [] }: Bpmn, id: string) => flowElements.find((one) => one.id === id) as Bpmn

  it('a renamed stage has the new name, and all else is as it was', async () => {
    const model = await edited((process) => {
      element(process, 'Stage_2').name = 'Budget granted'
    })
    expect(model).toEqual({
      ...drawing,
      stages: drawing.stages.map((one) => (one.id === 'budget' ? { ...one, name: 'Budget granted' } : one)),
    })
  })

  it('a stage that was moved stands at its new place', async () => {
    const model = await edited((_process, { diagrams }) => {
      const shape = diagrams?.[0]?.plane?.planeElement?.find(({ bpmnElement }) => bpmnElement?.id === 'Stage_1')
      if (shape?.bounds) shape.bounds.y = 300
    })
    expect(model).toEqual({ ...drawing, layout: { ...drawing.layout, need: { x: 0, y: 300 } } })
  })

  it('a line that is led by hand has its bends in the diagram, and is led as the other tool leads it', async () => {
    const led = { ...drawing, routes: { 'need-budget': [{ x: 330, y: -120 }] } }
    const moddle = new BpmnModdle()
    const { rootElement } = await moddle.fromXML(await written(led))
    const edge = rootElement.diagrams?.[0]?.plane?.planeElement?.find(({ bpmnElement }) => bpmnElement?.id === 'Flow_1')
    expect(edge?.waypoint?.map(({ x, y }) => [x, y])).toEqual([
      [264, 45],
      [330, -120],
      [400, -35],
    ])
    if (edge?.waypoint?.[1]) edge.waypoint[1].y = 200
    expect((await readBack((await moddle.toXML(rootElement)).xml)).routes).toEqual({
      'need-budget': [{ x: 330, y: 200 }],
    })
    edge?.waypoint?.splice(1, 1)
    expect(await readBack((await moddle.toXML(rootElement)).xml)).toEqual(drawing)
  })

  it('a transition that was removed is gone', async () => {
    const model = await edited((process) => {
      const gone = element(process, 'Flow_2')
      process.flowElements = process.flowElements?.filter((one) => one !== gone) ?? []
      for (const one of process.flowElements ?? []) {
        one.outgoing = one.outgoing?.filter((flow) => flow !== gone) ?? []
        one.incoming = one.incoming?.filter((flow) => flow !== gone) ?? []
      }
    })
    expect(model.transitions.map(({ id }) => id)).toEqual(['need-budget', 'budget-signed', 'trial-signed'])
    expect(model.stages).toEqual(drawing.stages)
  })

  it('a task that was added is a stage, and what leads to it a transition', async () => {
    const model = await edited((process, _definitions, moddle) => {
      const task = moddle.create('bpmn:UserTask', { id: 'Activity_x', name: 'Visit the plant' })
      const flow = moddle.create('bpmn:SequenceFlow', {
        id: 'Flow_x',
        sourceRef: element(process, 'Stage_3'),
        targetRef: task,
      })
      process.flowElements?.push(task, flow)
    })
    expect(model.stages.map(({ name }) => name)).toEqual(['need', 'budget', 'trial', 'signed', 'Visit the plant'])
    expect(model.transitions).toEqual([
      ...drawing.transitions,
      { id: 'trial-to-visit-the-plant', from: 'trial', to: 'visit-the-plant' },
    ])
  })
})
