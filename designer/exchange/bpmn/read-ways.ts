import { type Bpmn, isActivity, isEvent, isGateway, kindOf, nameOf } from './bpmn.ts'

/**
 * A fork that a way passes: `of` is the gateway, step or event at the border of a step; `flow` what leaves it there. One
 * of its flows is taken, or any of them, or it happens.
 */
export type Fork = { kind: 'one-of' | 'any-of' | 'happens'; of: Bpmn; flow: Bpmn; flows: Bpmn[] }

/** From one step to the next, over whatever stands between them. `joins`: where all ways have to come together. */
export type Way = { from: Bpmn; to: Bpmn; flows: Bpmn[]; forks: Fork[]; joins: boolean }

export type Ways = {
  /** What becomes a stage, in the order of the file; without a start or end that has no name. */
  steps: Bpmn[]
  ways: Way[]
  /** Gateways with several ways that do not say which is taken when. */
  unsaid: Bpmn[]
  /** Steps that lead on in more ways than are followed. */
  cut: Bpmn[]
  /** Events at the border of a step that lead nowhere. */
  idle: Bpmn[]
}

/** How many flows are followed from one step on; gateways that follow on each other multiply. */
const followedAtMost = 400

/** A step is what has to be done, or a named event: something that happens. */
const couldBeStep = (node: Bpmn): boolean =>
  (isActivity(node) && !node.triggeredByEvent && !node.isForCompensation) ||
  (isEvent(node) && nameOf(node) !== '' && !isBorderEvent(node) && !isLink(node))
export const isBorderEvent = (node: Bpmn): boolean => kindOf(node) === 'BoundaryEvent'
const isLink = ({ eventDefinitions = [] }: Bpmn): boolean =>
  eventDefinitions.some((one) => kindOf(one) === 'LinkEventDefinition')

/**
 * The steps of a process and the ways between them. Gateways, links and events without a name are passed through, and so is
 * an `aid`: what Keynode drew for other tools alone.
 */
export function readWays({ flowElements = [] }: Bpmn, isAid: (node: Bpmn) => boolean = () => false): Ways {
  const isStep = (node: Bpmn) => couldBeStep(node) && !isAid(node)
  const isBareEnd = (node: Bpmn) => kindOf(node) === 'EndEvent' && !isStep(node)
  const flows = flowElements.filter((one) => kindOf(one) === 'SequenceFlow' && one.sourceRef && one.targetRef)
  const leaving = groupedBy(flows, ({ sourceRef }) => sourceRef)
  const entering = groupedBy(flows, ({ targetRef }) => targetRef)
  const border = groupedBy(flowElements.filter(isBorderEvent), ({ attachedToRef }) => attachedToRef)
  const steps = flowElements.filter(isStep)
  const starts = flowElements.filter((one) => kindOf(one) === 'StartEvent' && !isStep(one))
  const unsaid = new Set<Bpmn>()
  const cut = new Set<Bpmn>()
  const flowsFrom = (node: Bpmn): Bpmn[] => [...(leaving.get(node) ?? []), ...linkOf(node, flowElements)]

  function waysFrom(from: Bpmn): Way[] {
    const ways: Way[] = []
    let followed = 0
    const leave = (node: Bpmn, so: Omit<Way, 'from' | 'to'>, passed: readonly Bpmn[]): void => {
      const all = flowsFrom(node)
      for (const flow of all) {
        const to = flow.targetRef
        if (!to || passed.includes(to)) continue
        if (followed++ >= followedAtMost) return void cut.add(from)
        const forks = forkAt(node, flow, all, unsaid)
        const joins = kindOf(to) === 'ParallelGateway' && (entering.get(to)?.length ?? 0) > 1
        const on = { flows: [...so.flows, flow], forks: [...so.forks, ...forks], joins: so.joins || joins }
        if (isStep(to) || isBareEnd(to)) ways.push({ from, to, ...on })
        else leave(to, on, [...passed, to])
      }
    }
    leave(from, { flows: [], forks: [], joins: false }, [])
    for (const event of border.get(from) ?? [])
      for (const flow of flowsFrom(event)) {
        const happens: Fork = { kind: 'happens', of: event, flow, flows: [flow] }
        const to = flow.targetRef
        if (to && (isStep(to) || isBareEnd(to))) ways.push({ from, to, flows: [flow], forks: [happens], joins: false })
        else if (to) leave(to, { flows: [flow], forks: [happens], joins: false }, [to])
      }
    return ways
  }

  const ways = steps.flatMap(waysFrom)
  const isLedTo = (step: Bpmn) => ways.some(({ to }) => to === step)
  for (const start of starts) {
    const begun = waysFrom(start)
    // A start without a name is left out where its steps begin by themselves.
    if (begun.every(({ to, forks }) => forks.length === 0 && !isBareEnd(to) && !isLedTo(to))) continue
    steps.unshift(start)
    ways.unshift(...begun)
  }
  const idle = flowElements.filter((one) => isBorderEvent(one) && flowsFrom(one).length === 0)
  return { steps: inOrder(steps, ways), ways, unsaid: [...unsaid], cut: [...cut], idle }
}

/** Steps as one comes to them: those that nothing leads to, then what follows them. A file has them in any order. */
function inOrder(steps: readonly Bpmn[], ways: readonly Way[]): Bpmn[] {
  const isBegun = (step: Bpmn) => ways.every(({ to, from }) => to !== step || from === step)
  const reached = new Set(steps.filter(isBegun))
  for (const step of reached) for (const { from, to } of ways) if (from === step && steps.includes(to)) reached.add(to)
  return [...reached, ...steps.filter((step) => !reached.has(step))]
}

function groupedBy(all: readonly Bpmn[], key: (one: Bpmn) => Bpmn | undefined): Map<Bpmn | undefined, Bpmn[]> {
  const groups = new Map<Bpmn | undefined, Bpmn[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

/** What a flow's way depends on where it leaves a node that other flows leave too. */
function forkAt(node: Bpmn, flow: Bpmn, flows: Bpmn[], unsaid: Set<Bpmn>): Fork[] {
  if (flows.length < 2) return []
  if (/^(Exclusive|Inclusive|Complex)Gateway$/.test(kindOf(node))) {
    if (new Set(flows.map((one) => labelOf(one, node))).size === flows.length)
      return [{ kind: kindOf(node) === 'ExclusiveGateway' ? 'one-of' : 'any-of', of: node, flow, flows }]
    unsaid.add(node)
    return []
  }
  const isConditional = !isGateway(node) && flows.some(({ conditionExpression }) => conditionExpression)
  return isConditional ? [{ kind: 'any-of', of: node, flow, flows }] : []
}

/**
 * When a flow is taken: what stands beside it, else the expression of its condition, else the step that a gateway's flow
 * leads to. Empty for the flow that is taken where no other is.
 */
export function labelOf(flow: Bpmn, leaves?: Bpmn): string {
  const said = nameOf(flow) || (flow.conditionExpression?.body ?? '').replace(/\s+/g, ' ').trim()
  if (said || !leaves || !isGateway(leaves) || leaves.default === flow) return said
  return flow.targetRef && !isGateway(flow.targetRef) ? nameOf(flow.targetRef) : ''
}

/** A link jumps to the event that catches it, by name. */
function linkOf(node: Bpmn, all: readonly Bpmn[]): Bpmn[] {
  const name = (one: Bpmn) =>
    one.eventDefinitions?.find((event) => kindOf(event) === 'LinkEventDefinition')?.name ?? nameOf(one)
  if (!isLink(node) || kindOf(node) !== 'IntermediateThrowEvent') return []
  const target = all.find((one) => isLink(one) && kindOf(one) === 'IntermediateCatchEvent' && name(one) === name(node))
  return target ? [{ $type: 'bpmn:SequenceFlow', sourceRef: node, targetRef: target }] : []
}
