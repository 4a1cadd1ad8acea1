import { type EdgeChange, type NodeChange, useStoreApi } from '@xyflow/react'
import { useMemo } from 'react'
import type { Place } from '#engine'
import { type MapEdge, type MapNode, placeOf, shownOn } from './flow-nodes.ts'

type Flow = { nodes: readonly MapNode[]; edges: readonly MapEdge[] }
type Choose = (change: (before: readonly Place[]) => readonly Place[]) => void

/** What is chosen on the canvas, and what it becomes where a hand or a key chooses otherwise. */
export function useSelection(flow: Flow, chosen: readonly Place[], choose: Choose) {
  const flowState = useStoreApi()
  const shown = useMemo(() => new Set(chosen.flatMap((place) => shownOn(place) ?? [])), [chosen])
  const take = (changes: readonly (NodeChange<MapNode> | EdgeChange<MapEdge>)[], isMeant: (id: string) => boolean) => {
    const selections = changes.flatMap((change) => (change.type === 'select' ? change : []))
    const gone = selections.filter(({ selected }) => !selected).map(({ id }) => id)
    const come = selections.filter(({ id, selected }) => selected && isMeant(id)).map(({ id }) => id)
    if (gone.length + come.length > 0) choose((before) => after(before, gone, come, (id) => placeAt(flow, id)))
  }
  return {
    shown,
    onNodesChange: (changes: readonly NodeChange<MapNode>[]) => {
      const isBox = flowState.getState().userSelectionRect !== null
      take(changes, (id) => !isBox || !isBand(id))
    },
    /** A box is drawn around cards; the lines between them come with these. */
    onEdgesChange: (changes: readonly EdgeChange<MapEdge>[]) =>
      take(changes, () => flowState.getState().userSelectionRect === null),
  }
}

/** Bands are as wide as the canvas: any box would touch them. */
const isBand = (id: string): boolean => id.startsWith('layer:') || id.startsWith('lane:')

function after(
  before: readonly Place[],
  gone: readonly string[],
  come: readonly string[],
  placeOfId: (id: string) => Place | undefined,
): Place[] {
  const kept = before.filter((place) => {
    const id = shownOn(place)
    return id !== undefined && !gone.includes(id)
  })
  const there = new Set(kept.map(shownOn))
  return [...kept, ...come.filter((id) => !there.has(id)).flatMap((id) => placeOfId(id) ?? [])]
}

function placeAt({ nodes, edges }: Flow, id: string): Place | undefined {
  const one = nodes.find((node) => node.id === id) ?? edges.find((edge) => edge.id === id)
  return one && drawnAt(one, edges)
}

/** The place of a node or line. A call is drawn in a lane and belongs to the stage that its rail comes from, or to an objection type. */
export function drawnAt(one: MapNode | MapEdge, edges: readonly MapEdge[]): Place | undefined {
  if (one.type !== 'call' || !('trigger' in (one.data ?? {}))) return placeOf(one)
  const { trigger } = (one as Extract<MapNode, { type: 'call' }>).data
  const rail = edges.find(({ target }) => target === one.id)
  return { kind: 'support', id: trigger.id, ...(rail && { stage: rail.source.replace(/^stage:/, '') }) }
}
