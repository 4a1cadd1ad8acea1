import type { EdgeTypes, NodeTypes } from '@xyflow/react'
import { LayerNode, RoleNode, SpecialistNode } from './ChainNodes.tsx'
import { CallEdge, TransitionEdge } from './Edges.tsx'
import { CallNode, HeadingNode, LaneNode } from './LaneNodes.tsx'
import { NoteNode } from './NoteNode.tsx'
import { StageNode } from './StageNode.tsx'

/* Made once, outside of any component: React Flow draws everything anew where these change. */
export const nodeTypes = {
  stage: StageNode,
  layer: LayerNode,
  role: RoleNode,
  specialist: SpecialistNode,
  lane: LaneNode,
  call: CallNode,
  heading: HeadingNode,
  note: NoteNode,
} satisfies NodeTypes

export const edgeTypes = { transition: TransitionEdge, call: CallEdge } satisfies EdgeTypes
