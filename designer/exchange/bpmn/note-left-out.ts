import { type Bpmn, isActivity, isEvent, kindOf, nameOf, toldOf, triggerOf } from './bpmn.ts'
import type { LeavingOut } from './left-out.ts'
import type { Ways } from './read-ways.ts'

/** Notes what of a process has no place in a drawing: how it decides, repeats, is triggered, and works with data. */
export function noteLeftOut(process: Bpmn, { unsaid, cut, idle }: Ways, { leave }: LeavingOut): void {
  const { flowElements = [], artifacts = [] } = process
  for (const gateway of unsaid) leave('decides-unsaid', nameOf(gateway))
  for (const step of cut) leave('too-many-ways', nameOf(step))
  for (const event of idle) leave('border-event-unused', nameOf(event))
  for (const one of flowElements) noteElement(one, leave)
  for (const one of artifacts) {
    if (kindOf(one) === 'Group') leave('group')
    const isBeside = artifacts.some(
      ({ sourceRef, targetRef }) =>
        (sourceRef === one && flowElements.includes(targetRef as Bpmn)) ||
        (targetRef === one && flowElements.includes(sourceRef as Bpmn)),
    )
    if (kindOf(one) === 'TextAnnotation' && !isBeside) leave('note', toldOf(one).slice(0, 60))
  }
}

function noteElement(one: Bpmn, leave: LeavingOut['leave']): void {
  const name = nameOf(one)
  const kind = kindOf(one)
  if (/^(DataObject|DataStore)/.test(kind)) {
    // An object is referred to by what stands in the picture; it is told once.
    if (kind !== 'DataObject') leave('data', name)
    return
  }
  if (kind === 'ComplexGateway') leave('complex-decision', name)
  if (isEvent(one) && name && kind !== 'BoundaryEvent' && triggerOf(one)) leave('trigger', name)
  if (isActivity(one)) noteActivity(one, name, leave)
}

function noteActivity(one: Bpmn, name: string, leave: LeavingOut['leave']): void {
  if (one.triggeredByEvent || one.isForCompensation)
    return void leave(one.triggeredByEvent ? 'event-subprocess' : 'compensation', name)
  const inside = one.flowElements ?? []
  if (inside.filter((inner) => kindOf(inner) === 'SequenceFlow').length > 0) leave('inside-order', name)
  if (kindOf(one) === 'CallActivity') leave('called-process', name)
  if (one.loopCharacteristics) leave('repeats', name)
  if (one.resources?.length) leave('performer', name)
}
