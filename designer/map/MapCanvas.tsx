import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  MarkerType,
  MiniMap,
  type NodeChange,
  Panel,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import { Empty } from 'antd'
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownFacts, Place, Position } from '#engine'
import type { DealState } from '#engine/deal'
import { type MapEdge, type MapNode, placeOf, shownOn } from './flow-nodes.ts'
import { MapControls } from './MapControls.tsx'
import { edgeTypes, nodeTypes } from './node-types.ts'
import { isSame, useScene } from './scene.ts'
import { toFlow } from './to-flow.ts'
import { useAriaLabels } from './use-aria-labels.ts'
import { useFarView } from './use-far-view.ts'
import { useFirstView } from './use-first-view.ts'
import { useFocus } from './use-focus.ts'

type Props = {
  live: DealState | undefined
  facts: KnownFacts | undefined
  onSelect: ((place: Place | undefined) => void) | undefined
  focus: { place: Place; turn: number } | undefined
}

const arrow = { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--map-line)' }

/** React Flow, wired: what is drawn follows from the model, and what the hand does becomes an edit of it. */
export function MapCanvas({ live, facts, onSelect, focus }: Props) {
  const { t } = useTranslation()
  const { model, selected, editing } = useScene()
  const { screenToFlowPosition } = useReactFlow<MapNode, MapEdge>()
  const frame = useRef<HTMLDivElement>(null)
  const labels = useAriaLabels()
  const flow = useMemo(() => toFlow(model, live, facts), [model, live, facts])
  const [nodes, setNodes] = useState<MapNode[]>([])
  const shown = selected && shownOn(selected)
  const far = useFarView()
  const onInit = useFirstView(frame, flow.nodes)

  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]))
      return flow.nodes.map((node) => {
        const old = known.get(node.id)
        return {
          ...node,
          ariaLabel: labels(node),
          selected: old?.selected ?? false,
          ...(old?.measured && { measured: { width: node.width ?? 0, height: node.height ?? 0 } }),
        } as MapNode
      })
    })
  }, [flow, labels])
  useEffect(() => {
    setNodes((before) => before.map((node) => withSelection(node, node.id === shown)))
  }, [shown])
  useFocus(frame, focus, flow)

  const edges = useMemo(
    () =>
      flow.edges.map((edge): MapEdge => {
        if (edge.type !== 'transition') return edge
        return { ...edge, selected: edge.id === shown, markerEnd: arrow, ariaLabel: labels(edge) }
      }),
    [flow, shown, labels],
  )

  function onNodesChange(changes: NodeChange<MapNode>[]) {
    const next = applyNodeChanges(changes, nodes)
    setNodes(next)
    const moved = movedStages(changes)
    if (editing && Object.keys(moved).length > 0) editing.move(moved)
    const [only, ...others] = next.filter((node) => node.selected)
    if (only && others.length === 0 && only.id !== shown && changes.some(isChosen))
      onSelect?.(placeOf(only) ?? callPlace(only, flow.edges))
  }
  const choose = (event: MouseEvent, one: MapNode | MapEdge) => {
    if (event.shiftKey || event.metaKey || event.ctrlKey) return
    onSelect?.(placeOf(one) ?? callPlace(one, flow.edges))
  }

  return (
    <section
      ref={frame}
      className={`map ${far.isFar ? 'is-far' : ''} ${editing ? 'is-editing' : ''} ${live ? 'is-live' : ''}`}
      style={far.style}
      aria-label={t('map.label')}
    >
      <ReactFlow<MapNode, MapEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={onInit}
        onNodesChange={onNodesChange}
        onNodeClick={choose}
        onEdgeClick={choose}
        onPaneClick={() => onSelect?.(undefined)}
        onEdgesChange={(changes) => {
          const chosen = changes.flatMap((change) => (change.type === 'select' && change.selected ? change.id : []))
          const line = flow.edges.find(({ id }) => id === chosen[0])
          if (line) onSelect?.(placeOf(line))
        }}
        onConnect={({ source, target }: Connection) => editing?.connect(stageId(source), stageId(target))}
        isValidConnection={({ source, target }) => source !== target && target.startsWith('stage:')}
        onBeforeDelete={async ({ nodes: chosen, edges: lines }) => {
          editing?.remove(
            doomed(
              selected,
              chosen,
              lines.filter((edge) => edge.selected),
              flow.edges,
            ),
          )
          return false
        }}
        onDoubleClick={(event) => {
          if (!editing || !(event.target as Element).classList.contains('react-flow__pane')) return
          const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
          editing.addStage({ x: Math.round(x - 132), y: Math.round(y - 40) })
        }}
        nodesDraggable={editing !== undefined}
        nodesConnectable={editing !== undefined}
        elementsSelectable={onSelect !== undefined}
        selectNodesOnDrag={false}
        elevateNodesOnSelect={false}
        deleteKeyCode={editing ? ['Delete', 'Backspace'] : null}
        zoomOnDoubleClick={false}
        snapToGrid
        snapGrid={[10, 10]}
        selectionMode={SelectionMode.Partial}
        connectionRadius={40}
        minZoom={0.12}
        maxZoom={1.8}
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={1.2} color="var(--map-dot)" />
        <MapControls />
        {model.stages.length > 6 && (
          <MiniMap<MapNode>
            pannable
            zoomable
            style={{ width: 156, height: 100 }}
            ariaLabel={t('map.label')}
            nodeClassName={({ type }) => `mini-${type}`}
            nodeStrokeWidth={0}
          />
        )}
        <ObjectionsBeside live={live} />
      </ReactFlow>
      {model.stages.length === 0 && (
        <div className="map-empty">
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={null}>
            <h2>{t('map.empty')}</h2>
            <p>{t(editing ? 'map.emptyHint' : 'map.emptyReader')}</p>
          </Empty>
        </div>
      )}
    </section>
  )
}

/** Objections that were raised against the deal as a whole stand at no stage. */
function ObjectionsBeside({ live }: { live: DealState | undefined }) {
  const { t } = useTranslation()
  const count = Object.values(live?.objections ?? {}).filter(
    ({ stage, status }) => stage === undefined && status !== 'closed',
  ).length
  return count === 0 ? null : (
    <Panel position="top-right" className="map-note">
      {t('map.objectionsBeside', { count })}
    </Panel>
  )
}

/** React Flow says so where a hand or a key selects, not where we do. */
const isChosen = (change: NodeChange<MapNode>): boolean => change.type === 'select' && change.selected === true

const stageId = (node: string): string => node.replace(/^stage:/, '')

const withSelection = (node: MapNode, selected: boolean): MapNode =>
  node.selected === selected ? node : { ...node, selected }

function movedStages(changes: NodeChange<MapNode>[]): Record<string, Position> {
  return Object.fromEntries(
    changes.flatMap((change) =>
      change.type === 'position' && change.dragging === false && change.position && change.id.startsWith('stage:')
        ? [[stageId(change.id), { x: Math.round(change.position.x), y: Math.round(change.position.y) }]]
        : [],
    ),
  )
}

/** A call is drawn in a lane and belongs to the stage that its rail comes from, or to an objection type. */
function callPlace(one: MapNode | MapEdge, edges: readonly MapEdge[]): Place | undefined {
  if (one.type !== 'call' || !('trigger' in (one.data ?? {}))) return undefined
  const { trigger } = (one as Extract<MapNode, { type: 'call' }>).data
  const rail = edges.find(({ target }) => target === one.id)
  return { kind: 'support', id: trigger.id, ...(rail && { stage: stageId(rail.source) }) }
}

/** What the Delete key means: the chip that is selected, else every node and line that is. */
function doomed(
  selected: Place | undefined,
  nodes: readonly MapNode[],
  lines: readonly MapEdge[],
  edges: readonly MapEdge[],
): Place[] {
  const [only] = nodes
  if (selected && nodes.length <= 1 && (!only || shownOn(selected) === only.id)) return [selected]
  const places = [...nodes, ...lines].flatMap((one) => placeOf(one) ?? callPlace(one, edges) ?? [])
  return places.filter((place, n) => places.findIndex((other) => isSame(other, place)) === n)
}
