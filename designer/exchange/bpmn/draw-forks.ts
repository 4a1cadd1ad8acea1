import type { Condition, Element } from '#engine'
import { type Bpmn, nameOf, triggerOf } from './bpmn.ts'
import type { Parts } from './parts.ts'
import { type Fork, labelOf } from './read-ways.ts'

/** For a fork of which one flow is taken, `id` is its element and `byFlow` has the options; else `byFlow` has the elements. */
type ForkElements = { id: string; byFlow: ReadonlyMap<Bpmn, string> }

/**
 * Draws forks as what is asked for: a choice where one flow is taken, a flag a flow where any is, a flag where something
 * happens. A fork's elements belong to the step that comes to it first; a choice is required there where every way from the
 * step comes to it. The answer is the condition of one of its flows.
 */
export function createForks(parts: Parts, add: (step: Bpmn, element: Element) => void) {
  const known = new Map<Bpmn, ForkElements>()
  const optionOf = (flow: Bpmn, of: Bpmn) => parts.shortened(labelOf(flow, of) || parts.names.otherwise, 200)

  function elementsOf(fork: Fork, step: Bpmn, required: boolean): ForkElements {
    const elements = known.get(fork.of) ?? draw(fork, step, required)
    known.set(fork.of, elements)
    return elements
  }

  function draw({ kind, of, flows }: Fork, step: Bpmn, required: boolean): ForkElements {
    const added = (name: string, more: Partial<Element>): string => {
      const element = parts.element(step, name, more)
      add(step, element)
      return element.id
    }
    const question = nameOf(of) || parts.names.decision
    switch (kind) {
      case 'happens': {
        const happened = nameOf(of) || parts.names.trigger(triggerOf(of))
        parts.leave('event-at-border', happened)
        return { id: added(happened, { required: false }), byFlow: new Map() }
      }
      case 'one-of': {
        const options = new Map(flows.map((flow) => [flow, optionOf(flow, of)]))
        const value = { kind: 'choice' as const, options: [...new Set(options.values())] }
        return { id: added(question, { value, required }), byFlow: options }
      }
      case 'any-of': {
        const labelled = flows.filter((flow) => labelOf(flow, of))
        const flag = (flow: Bpmn) => added(`${question}: ${labelOf(flow, of)}`, { required: false })
        return { id: '', byFlow: new Map(labelled.map((flow) => [flow, flag(flow)])) }
      }
    }
  }

  return (fork: Fork, step: Bpmn, isFirst: boolean): Condition => {
    const { id, byFlow } = elementsOf(fork, step, isFirst)
    const said = byFlow.get(fork.flow)
    switch (fork.kind) {
      case 'happens':
        return equal(id, true)
      case 'one-of':
        return equal(id, said ?? optionOf(fork.flow, fork.of))
      case 'any-of':
        return said === undefined ? { all: [...byFlow.values()].map((one) => equal(one, false)) } : equal(said, true)
    }
  }
}

const equal = (element: string, value: string | boolean): Condition => ({
  fact: `element.${element}`,
  operator: 'equal',
  value,
})
