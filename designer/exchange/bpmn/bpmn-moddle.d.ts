/** The library's own types describe its elements, not its entry. Of both, what is used here. */
declare module 'bpmn-moddle' {
  /**
   * An element of a BPMN 2.0 document, as bpmn-moddle reads and writes it. Nothing of it is certain: a file may leave out
   * whatever the standard asks for.
   */
  export type Bpmn = {
    $type: string
    id?: string
    name?: string
    text?: string
    body?: string
    documentation?: Bpmn[]
    extensionElements?: { values?: (Bpmn & { json?: string })[] }

    rootElements?: Bpmn[]
    flowElements?: Bpmn[]
    artifacts?: Bpmn[]
    laneSets?: Bpmn[]
    lanes?: Bpmn[]
    childLaneSet?: Bpmn
    flowNodeRef?: Bpmn[]
    participants?: Bpmn[]
    processRef?: Bpmn
    messageFlows?: Bpmn[]
    messageRef?: Bpmn

    /** An array where it belongs to a data association. */
    sourceRef?: Bpmn
    targetRef?: Bpmn
    incoming?: Bpmn[]
    outgoing?: Bpmn[]
    conditionExpression?: Bpmn
    default?: Bpmn
    attachedToRef?: Bpmn
    eventDefinitions?: Bpmn[]
    triggeredByEvent?: boolean
    isForCompensation?: boolean
    loopCharacteristics?: Bpmn
    calledElement?: string
    resources?: Bpmn[]

    diagrams?: Bpmn[]
    plane?: Bpmn
    planeElement?: Bpmn[]
    bpmnElement?: Bpmn
    bounds?: { x: number; y: number; width: number; height: number }
    waypoint?: { x: number; y: number }[]
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, object>)
    create(type: string, members?: object): Bpmn
    fromXML(xml: string): Promise<{ rootElement: Bpmn; warnings: { message: string }[] }>
    toXML(definitions: Bpmn, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
