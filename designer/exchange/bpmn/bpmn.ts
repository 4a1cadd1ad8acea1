import type { Bpmn } from 'bpmn-moddle'

export type { Bpmn }

/** Makes an element with its members. */
export type Create = (type: string, members: object) => Bpmn

/** The kind of an element: `Task`, `ExclusiveGateway`. */
export const kindOf = ({ $type }: Bpmn): string => $type.replace(/^bpmn:/, '')

export const isEvent = (node: Bpmn): boolean => kindOf(node).endsWith('Event')
export const isGateway = (node: Bpmn): boolean => kindOf(node).endsWith('Gateway')
/** What does something: a task, a subprocess, a call. */
export const isActivity = (node: Bpmn): boolean =>
  /^(\w*Task|SubProcess|AdHocSubProcess|Transaction|CallActivity)$/.test(kindOf(node))

/** A name without the line breaks that a shape's width asked for. */
export const nameOf = ({ name }: Bpmn): string => (name ?? '').replace(/\s+/g, ' ').trim()

/** What an element is told to be about: its documentation, or the text of an annotation. */
export const toldOf = ({ documentation = [], text }: Bpmn): string =>
  [...documentation.map((one) => one.text ?? ''), text ?? '']
    .map((one) => one.trim())
    .filter(Boolean)
    .join('\n')

/** What triggers an event or is triggered by it: `timer`, `message`, `error`. */
export const triggerOf = ({ eventDefinitions = [] }: Bpmn): string | undefined => {
  const [first] = eventDefinitions
  return (
    first &&
    kindOf(first)
      .replace(/EventDefinition$/, '')
      .toLowerCase()
  )
}
