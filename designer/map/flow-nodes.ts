import type { Edge, Node } from '@xyflow/react'
import type { BuyingRole, Department, Layer, Note, Place, Route, Specialist, SupportTrigger, Transition } from '#engine'
import type { LayerRun, Person, SignOffRun, SupportRequest } from '#engine/deal'
import type { Obtained } from './obtained.ts'
import type { StageCard } from './stage-card.ts'

export type StageNode = Node<{ card: StageCard }, 'stage'>
export type LayerNode = Node<
  { layer?: Layer; rung?: number; label: number; signed?: boolean; run?: LayerRun | undefined; top: boolean },
  'layer'
>
export type RoleNode = Node<
  {
    role: Pick<BuyingRole, 'id' | 'name'> & Partial<BuyingRole>
    owes: { id: string; stage: string; name: string; obtained?: Obtained }[]
    people: Person[]
    /** Its place in a layer that signs in turn, from one. */
    turn?: number
    /** Whether it is its turn now. */
    isNext?: boolean
    /** A signer whom the customer added to this deal: how the signature stands. */
    added?: Obtained
  },
  'role'
>
export type SpecialistNode = Node<{ specialist: Specialist; run?: SignOffRun | undefined }, 'specialist'>
export type LaneNode = Node<{ department?: Department | undefined; label: number }, 'lane'>
export type CallNode = Node<
  { trigger: SupportTrigger; objection?: string; live?: { request?: SupportRequest | undefined } },
  'call'
>
export type HeadingNode = Node<{ says: 'support' | 'chain' }, 'heading'>
export type NoteNode = Node<{ note: Note }, 'note'>
export type MapNode = StageNode | LayerNode | RoleNode | SpecialistNode | LaneNode | CallNode | HeadingNode | NoteNode

export type TransitionEdge = Edge<{ transition: Transition; passed: boolean; route?: Route }, 'transition'>
export type CallEdge = Edge<{ indent: number; called: boolean; whole: boolean }, 'call'>
export type MapEdge = TransitionEdge | CallEdge

/** The node or edge that a place of the drawing is shown on; nothing for what has no place on the canvas. */
export function shownOn({ kind, id, stage }: Place): string | undefined {
  if (kind === 'support') return `call:${id}`
  if (stage !== undefined) return `stage:${stage}`
  switch (kind) {
    case 'note':
    case 'stage':
    case 'layer':
    case 'role':
    case 'specialist':
    case 'transition':
      return `${kind}:${id}`
    case 'department':
      return `lane:${id}`
    default:
      return undefined
  }
}

/** The place of the drawing that a node or edge shows. */
export function placeOf(one: MapNode | MapEdge): Place | undefined {
  switch (one.type) {
    case 'stage':
      return { kind: 'stage', id: one.data.card.stage.id }
    case 'role':
      return { kind: 'role', id: one.data.role.id }
    case 'specialist':
      return { kind: 'specialist', id: one.data.specialist.id }
    case 'layer':
      return one.data.layer && { kind: 'layer', id: one.data.layer.id }
    case 'lane':
      return one.data.department && { kind: 'department', id: one.data.department.id }
    case 'note':
      return { kind: 'note', id: one.data.note.id }
    case 'transition':
      return one.data && { kind: 'transition', id: one.data.transition.id }
    default:
      return undefined
  }
}
