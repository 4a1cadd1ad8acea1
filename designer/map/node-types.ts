import type { EdgeTypes, NodeTypes } from '@xyflow/react'
import { memo } from 'react'
import { LayerNode, RoleNode, SpecialistNode } from './ChainNodes.tsx'
import { CallEdge, TransitionEdge } from './Edges.tsx'
import { CallNode, HeadingNode, LaneNode } from './LaneNodes.tsx'
import { NoteNode } from './NoteNode.tsx'
import { StageNode } from './StageNode.tsx'

/* Made once, outside of any component: React Flow draws everything anew where these change; and drawn again only where
 * their own data changes, not at each step of a drag elsewhere. */
export const nodeTypes = {
  stage: memo(StageNode),
  layer: memo(LayerNode),
  role: memo(RoleNode),
  specialist: memo(SpecialistNode),
  lane: memo(LaneNode),
  call: memo(CallNode),
  heading: memo(HeadingNode),
  note: memo(NoteNode),
} satisfies NodeTypes

export const edgeTypes = { transition: memo(TransitionEdge), call: memo(CallEdge) } satisfies EdgeTypes
