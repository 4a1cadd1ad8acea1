import { describe, expect, it } from 'vitest'
import { checkModel, type ProcessModel } from '#engine'
import { ask } from '../../../tests/support/a-drawing.ts'
import { bpmnNames } from '../../../tests/support/bpmn-names.ts'
import { type BpmnReading, readBpmn } from './read-bpmn.ts'

const open = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">`
const file = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${open}${inside}</definitions>`
const process = (inside: string) => file(`<process id="p" name="How they buy">${inside}</process>`)
const flow = (from: string, to: string, more = '') =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" ${more}/>`
const read = (xml: string, pool?: string) => readBpmn(new TextEncoder().encode(xml), bpmnNames, pool)

async function drawn(xml: string): Promise<ProcessModel> {
  return (await reading(xml)).model
}
async function reading(xml: string): Promise<Extract<BpmnReading, { kind: 'read' }>> {
  const reading = await read(xml)
  if (reading.kind === 'refused') throw new Error(`refused: ${reading.fault.kind}`)
  return reading
}
async function leftOut(xml: string): Promise<Record<string, string[]>> {
  return Object.fromEntries((await reading(xml)).leftOut.map(({ kind, names }) => [kind, names]))
}
const ways = ({ transitions }: ProcessModel) =>
  transitions.map(({ from, to, condition }) => [from, to, ...(condition ? [condition] : [])])
const names = ({ stages }: ProcessModel) => stages.map(({ name }) => name)

describe('a BPMN process becomes a drawing', () => {
  it('a task is a stage that asks for it to be done, and an end without a name ends the purchase where it stands', async () => {
    const model = await drawn(
      process(
        `<endEvent id="e"/><task id="b" name="Sign&#10;contract"/><userTask id="a" name="State the need"/><startEvent id="s"/>${flow('s', 'a')}${flow('a', 'b')}${flow('b', 'e')}`,
      ),
    )
    expect(names(model)).toEqual(['State the need', 'Sign contract'])
    expect(model.stages[0]?.elements).toMatchObject([
      { name: 'State the need', value: { kind: 'flag' }, required: true },
    ])
    expect([ways(model), model.stages[1]?.end]).toEqual([[['state-the-need', 'sign-contract']], 'won'])
    expect(checkModel(model)).toEqual([])
  })

  it('an exclusive gateway is a choice that the stage before it asks for, and its labels are conditions', async () => {
    const model = await drawn(
      process(
        `<task id="a" name="Review"/><exclusiveGateway id="g" name="Approved?" default="g-c"/><task id="b" name="Order"/><task id="c" name="Stop"/>${flow('a', 'g')}${flow('g', 'b', 'name="Yes"')}${flow('g', 'c')}`,
      ),
    )
    expect(model.stages[0]?.elements[1]).toMatchObject({
      name: 'Approved?',
      value: { kind: 'choice', options: ['Yes', 'otherwise'] },
    })
    expect(ways(model)).toEqual([
      ['review', 'order', ask('element.approved', 'equal', 'Yes')],
      ['review', 'stop', ask('element.approved', 'equal', 'otherwise')],
    ])
  })

  it('an inclusive gateway is a flag a way, and a gateway after a gateway is a condition on both', async () => {
    const model = await drawn(
      process(
        `<task id="a" name="Review"/><inclusiveGateway id="g" name="Needs"/><exclusiveGateway id="h" name="Size"/><task id="b" name="Legal"/><task id="c" name="Big"/><task id="d" name="Small"/>${flow('a', 'g')}${flow('g', 'b', 'name="law"')}${flow('g', 'h', 'name="money"')}${flow('h', 'c', 'name="L"')}${flow('h', 'd', 'name="S"')}`,
      ),
    )
    const [, law, money, size] = model.stages[0]?.elements ?? []
    expect([law, money, size].map((one) => [one?.name, one?.required])).toEqual([
      ['Needs: law', false],
      ['Needs: money', false],
      ['Size', false],
    ])
    expect(ways(model)).toEqual([
      ['review', 'legal', ask(`element.${law?.id}`, 'equal', true)],
      [
        'review',
        'big',
        { all: [ask(`element.${money?.id}`, 'equal', true), ask(`element.${size?.id}`, 'equal', 'L')] },
      ],
      [
        'review',
        'small',
        { all: [ask(`element.${money?.id}`, 'equal', true), ask(`element.${size?.id}`, 'equal', 'S')] },
      ],
    ])
  })

  it('parallel ways come together where all are needed', async () => {
    const model = await drawn(
      process(
        `<task id="a" name="A"/><parallelGateway id="g"/><task id="b" name="B"/><task id="c" name="C"/><parallelGateway id="h"/><task id="d" name="D"/>${['a g', 'g b', 'g c', 'b h', 'c h', 'h d'].map((one) => flow(...(one.split(' ') as [string, string]))).join('')}`,
      ),
    )
    expect(ways(model)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'd'],
    ])
    expect(model.stages.map(({ join }) => join)).toEqual(['any', 'any', 'any', 'all'])
  })

  it('a subprocess asks for each step inside, and what happens at its border is a condition of the way from there', async () => {
    const xml = process(
      `<subProcess id="a" name="Trial"><task id="x" name="Install"/><task id="y" name="Test"/>${flow('x', 'y')}</subProcess><boundaryEvent id="e" name="Budget cut" attachedToRef="a"><errorEventDefinition/></boundaryEvent><task id="b" name="Order"/><endEvent id="c" name="Purchase cancelled"/>${flow('a', 'b')}${flow('e', 'c')}`,
    )
    const model = await drawn(xml)
    expect(model.stages[0]?.elements.map(({ name, required }) => [name, required])).toEqual([
      ['Install', true],
      ['Test', true],
      ['Budget cut', false],
    ])
    expect(ways(model)[1]).toEqual(['trial', 'purchase-cancelled', ask('element.budget-cut', 'equal', true)])
    expect(model.stages.map(({ end }) => end)).toEqual([undefined, 'won', 'lost'])
    expect(await leftOut(xml)).toMatchObject({ 'inside-order': ['Trial'], 'event-at-border': ['Budget cut'] })
  })

  it('lanes are buying roles, other pools departments, messages to them support', async () => {
    const xml = file(
      `<collaboration id="k"><participant id="q" name="Buyer" processRef="p"/><participant id="r" name="Our legal"/><messageFlow id="m" name="Check the contract" sourceRef="b" targetRef="r"/></collaboration><process id="p"><laneSet><lane id="l" name="Engineering"><flowNodeRef>a</flowNodeRef></lane><lane id="n" name="Procurement"><flowNodeRef>b</flowNodeRef></lane></laneSet><task id="a" name="Specify"/><task id="b" name="Order"/>${flow('a', 'b')}</process>`,
    )
    const model = await drawn(xml)
    expect(model.name).toBe('Buyer')
    expect(model.chain.roles.map(({ name }) => name)).toEqual(['Engineering', 'Procurement'])
    expect(model.stages.map(({ elements }) => elements[0]?.from)).toEqual([['engineering'], ['procurement']])
    expect(model.departments).toEqual([{ id: 'our-legal', name: 'Our legal' }])
    expect(model.stages[1]?.support).toMatchObject([{ name: 'Check the contract', department: 'our-legal' }])
    expect(checkModel(model)).toEqual([])
  })

  it('what is written beside a step is its description', async () => {
    const model = await drawn(
      process(
        `<task id="a" name="Order"><documentation>By letter.</documentation></task><textAnnotation id="t"><text>Takes a week</text></textAnnotation><association id="s" sourceRef="a" targetRef="t"/>`,
      ),
    )
    expect(model.stages[0]?.description).toBe('By letter.\nTakes a week')
  })

  it('a start is drawn where something leads back behind it, and steps of one name are told apart', async () => {
    const model = await drawn(
      process(
        `<startEvent id="s"/><task id="a" name="Ask"/><task id="b" name="Ask"/><exclusiveGateway id="g" name="Clear?"/><task id="c" name="Go"/>${flow('s', 'a')}${flow('a', 'b')}${flow('b', 'g')}${flow('g', 'a', 'name="no"')}${flow('g', 'c', 'name="yes"')}`,
      ),
    )
    expect(names(model)).toEqual(['Start', 'Ask', 'Ask (2)', 'Go'])
  })

  it('of several pools one is read, and the others are told', async () => {
    const two = (other: string) =>
      file(
        `<process id="p" name="Buyer"><task id="a" name="A"/><task id="b" name="B"/></process><process id="q" name="Seller"><task id="c" name="C"/>${other}</process>`,
      )
    expect(names(await drawn(two('')))).toEqual(['A', 'B'])
    expect(await leftOut(two(''))).toMatchObject({ 'other-pools': ['Seller'] })
    expect(await read(two(''), 'q')).toMatchObject({ pool: 'q', model: { name: 'Seller' } })
  })

  it('what has no place in a drawing is told, with its names', async () => {
    const told = await leftOut(
      process(
        `<dataObject id="o"/><dataObjectReference id="d" name="Contract" dataObjectRef="o"/><task id="a" name="Call thrice"><standardLoopCharacteristics/></task><callActivity id="b" name="Check credit"/><subProcess id="x" name="On complaint" triggeredByEvent="true"/><intermediateCatchEvent id="t" name="After a week"><timerEventDefinition/></intermediateCatchEvent>${flow('a', 'b')}${flow('b', 't')}`,
      ),
    )
    expect(told).toMatchObject({
      data: ['Contract'],
      repeats: ['Call thrice'],
      'called-process': ['Check credit'],
      'event-subprocess': ['On complaint'],
      trigger: ['After a week'],
    })
  })
})

describe('a file that is no BPMN process is refused with the reason', () => {
  it.each(
    [
      ['hello', 'not-xml'],
      ['', 'not-xml'],
      ['<html></html>', 'not-bpmn'],
      [file(''), 'no-steps'],
      [file('<process id="p"><startEvent id="s"/></process>'), 'no-steps'],
      [`<?xml version="1.0" encoding="x-none"?>${open}</definitions>`, 'not-xml'],
      [
        `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${open}<process id="p" name="&b;"/></definitions>`,
        'has-doctype',
      ],
      [file('<process id="p">'.repeat(50_000)), 'not-xml'],
      [process(Array.from({ length: 4000 }, (_, n) => `<task id="t${n}" name="T"/>`).join('')), 'too-many-steps'],
      [process(`<task id="a" name="${'x'.repeat(5_000_000)}"/>`), 'too-large'],
    ].map(([xml = '', kind = '']) => ({ begins: xml.slice(0, 60), xml, kind })),
  )('$kind: $begins', async ({ xml, kind }) => {
    expect(await read(xml)).toMatchObject({ kind: 'refused', fault: { kind } })
  })

  it('a document in another encoding is read by what it names', async () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${open}<process id="p" name="x"><task id="a" name="Gerät"/></process></definitions>`
    const reading = await readBpmn(
      Uint8Array.from(xml, (character) => character.charCodeAt(0)),
      bpmnNames,
    )
    expect(reading).toMatchObject({ model: { stages: [{ name: 'Gerät' }] } })
  })

  it('gateways that multiply by each other are followed only so far, and that is told', async () => {
    const count = 40
    const rows = Array.from({ length: count }, (_, n) =>
      [
        `<exclusiveGateway id="g${n}" name="Q${n}"/><exclusiveGateway id="h${n}"/>`,
        flow(`g${n}`, `h${n}`, 'name="a"').replace(/id="[^"]*"/, `id="f${n}"`),
        flow(`g${n}`, `h${n}`, 'name="b"').replace(/id="[^"]*"/, `id="k${n}"`),
        n > 0 ? flow(`h${n - 1}`, `g${n}`) : '',
      ].join(''),
    )
    const xml = process(
      `<task id="a" name="A"/><task id="z" name="Z"/>${rows.join('')}${flow('a', 'g0')}${flow(`h${count - 1}`, 'z')}`,
    )
    expect(await leftOut(xml)).toMatchObject({ 'too-many-ways': ['A'] })
  })
})
