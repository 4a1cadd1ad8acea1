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
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownFacts, Place, Position } from '#engine'
import type { DealState } from '#engine/deal'
import { type Room, shifterOf, shiftOf } from '../commands/make-room.ts'
import { useMedia } from '../ui/use-media.ts'
import { type MapEdge, type MapNode, shownOn } from './flow-nodes.ts'
import { GuideLines } from './GuideLines.tsx'
import { boxOf } from './geometry.ts'
import { type Guides, snapped } from './guides.ts'
import { MapControls } from './MapControls.tsx'
import { markClass, markOf } from './marks.ts'
import { edgeTypes, nodeTypes } from './node-types.ts'
import { OthersHere, type Somebody } from './OthersHere.tsx'
import { SpaceTool } from './SpaceTool.tsx'
import { useScene } from './scene.ts'
import { toFlow } from './to-flow.ts'
import { useAriaLabels } from './use-aria-labels.ts'
import { useFarView } from './use-far-view.ts'
import { useFirstView } from './use-first-view.ts'
import { useFocus } from './use-focus.ts'
import { drawnAt, useSelection } from './use-selection.ts'

type Props = {
  live: DealState | undefined
  facts: KnownFacts | undefined
  onSelect: ((place: Place | undefined) => void) | undefined
  chosen: readonly Place[]
  focus: { place: Place; turn: number } | undefined
  others: readonly Somebody[] | undefined
}

/** From so many nodes on only those in view are drawn; below it all are, so that the keyboard walks from each to the next. */
const manyNodes = 150

const arrow = { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--map-line)' }

/** React Flow, wired: what is drawn follows from the model, and what the hand does becomes an edit of it. */
export function MapCanvas({ live, facts, onSelect, chosen, focus, others }: Props) {
  const { t } = useTranslation()
  const { model, marks, editing, folding } = useScene()
  const folded = folding?.folded
  const { screenToFlowPosition } = useReactFlow<MapNode, MapEdge>()
  const frame = useRef<HTMLDivElement>(null)
  const labels = useAriaLabels()
  const flow = useMemo(() => toFlow(model, live, facts, folded), [model, live, facts, folded])
  const [nodes, setNodes] = useState<MapNode[]>([])
  const [guides, setGuides] = useState<Guides>({})
  const [isBoxing, setBoxing] = useState(false)
  const selection = useSelection(flow, chosen, (change) => {
    if (editing) editing.choose(change)
    else onSelect?.(change(chosen).at(-1))
  })
  const { shown } = selection
  const far = useFarView()
  const isTouched = useMedia('(pointer: coarse)')
  const onInit = useFirstView(frame, flow.nodes)

  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]))
      return flow.nodes.map((node) => {
        const old = known.get(node.id)
        const mark = markOf(marks, drawnAt(node, flow.edges))
        return {
          ...node,
          ariaLabel: labels(node, mark),
          className: markClass(mark),
          selected: old?.selected ?? false,
          ...(old?.measured && { measured: { width: node.width ?? 0, height: node.height ?? 0 } }),
        } as MapNode
      })
    })
  }, [flow, labels, marks])
  useEffect(() => {
    setNodes((before) => before.map((node) => withSelection(node, shown.has(node.id))))
  }, [shown])
  const held = useMemo(() => (isTouched ? nodes.map(onlyChosenMoves) : nodes), [isTouched, nodes])
  useFocus(frame, focus, flow)

  const edges = useMemo(
    () =>
      flow.edges.map((edge): MapEdge => {
        if (edge.type !== 'transition') return edge
        const mark = markOf(marks, drawnAt(edge, flow.edges))
        const told = { className: markClass(mark), ariaLabel: labels(edge, mark) }
        return { ...edge, ...told, selected: shown.has(edge.id), markerEnd: arrow }
      }),
    [flow, shown, labels, marks],
  )

  function onNodesChange(changes: NodeChange<MapNode>[]) {
    const next = snapDragged(changes, nodes)
    setGuides(next.guides)
    setNodes(applyNodeChanges(next.changes, nodes))
    const moved = { stages: movedIn('stage', next.changes), notes: movedIn('note', next.changes) }
    if (editing && Object.keys({ ...moved.stages, ...moved.notes }).length > 0) editing.move(moved)
    selection.onNodesChange(changes)
  }
  const preview = useCallback(
    (room: Room | undefined) => {
      const at = new Map(flow.nodes.map((node) => [node.id, node.position]))
      const shifted = room ? shifterOf(room) : (place: Position) => place
      setNodes((before) =>
        before.map((node) =>
          node.type === 'stage' || node.type === 'note'
            ? {
                ...node,
                position: shifted(
                  at.get(node.id) ?? node.position,
                  boxOf({ ...node, position: at.get(node.id) ?? node.position }),
                ),
              }
            : node,
        ),
      )
    },
    [flow],
  )
  const space = editing?.space
  const endSpacing = useCallback(() => space?.(false), [space])
  // Every node and line gets it: a new one at each step of a drag would draw them all anew.
  const choose = useCallback(
    (event: MouseEvent, one: MapNode | MapEdge) => {
      if (event.shiftKey || event.metaKey || event.ctrlKey) return
      onSelect?.(drawnAt(one, flow.edges))
    },
    [onSelect, flow],
  )
  const nameIt = useCallback(
    (event: MouseEvent, node: MapNode) => {
      if ((event.target as Element).closest('button, .react-flow__handle')) return
      editing?.nameInPlace(drawnAt(node, flow.edges))
    },
    [editing, flow],
  )

  return (
    <section
      ref={frame}
      className={`map ${far.isFar ? 'is-far' : ''} ${editing ? 'is-editing' : ''} ${live ? 'is-live' : ''}`}
      style={far.style}
      aria-label={t('map.label')}
    >
      <ReactFlow<MapNode, MapEdge>
        nodes={held}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={onInit}
        onNodesChange={onNodesChange}
        onNodeClick={choose}
        onEdgeClick={choose}
        onNodeDoubleClick={nameIt}
        onPaneClick={() => onSelect?.(undefined)}
        onEdgesChange={selection.onEdgesChange}
        onConnect={({ source, target }: Connection) => editing?.connect(idIn(source), idIn(target))}
        isValidConnection={({ source, target }) => source !== target && target.startsWith('stage:')}
        onBeforeDelete={async ({ nodes: chosenNodes, edges: lines }) => {
          editing?.remove(
            doomed(
              chosen,
              [...chosenNodes, ...lines.filter((edge) => edge.selected)].flatMap(
                (one) => drawnAt(one, flow.edges) ?? [],
              ),
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
        selectionOnDrag={isBoxing}
        panOnDrag={isBoxing ? [1, 2] : true}
        connectionRadius={40}
        onlyRenderVisibleElements={nodes.length > manyNodes}
        minZoom={0.12}
        maxZoom={1.8}
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={1.2} color="var(--map-dot)" />
        <MapControls {...(editing && { isBoxing, setBoxing })} />
        <GuideLines {...guides} />
        {others && <OthersHere others={others} nodes={flow.nodes} edges={flow.edges} />}
        {editing?.spacing && (
          <SpaceTool
            within={(room) => shiftOf(boxesIn(flow.nodes), room)}
            preview={preview}
            make={(room) => editing.makeRoom(room, boxesIn(flow.nodes))}
            end={endSpacing}
          />
        )}
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

const boxesIn = (nodes: readonly MapNode[]) =>
  new Map(nodes.flatMap((node) => (node.type === 'stage' ? [[idIn(node.id), boxOf(node)] as const] : [])))

const idIn = (node: string): string => node.slice(node.indexOf(':') + 1)

const withSelection = (node: MapNode, selected: boolean): MapNode =>
  node.selected === selected ? node : { ...node, selected }

/** A finger that swipes over a card moves the canvas: what is to be moved is chosen first. */
const onlyChosenMoves = (node: MapNode): MapNode => (node.selected ? node : { ...node, draggable: false })

function movedIn(kind: 'stage' | 'note', changes: NodeChange<MapNode>[]): Record<string, Position> {
  return Object.fromEntries(
    changes.flatMap((change) =>
      change.type === 'position' && change.dragging === false && change.position && change.id.startsWith(`${kind}:`)
        ? [[idIn(change.id), { x: Math.round(change.position.x), y: Math.round(change.position.y) }]]
        : [],
    ),
  )
}

/** A card that is dragged alone snaps to the others. */
function snapDragged(changes: NodeChange<MapNode>[], nodes: readonly MapNode[]) {
  const drags = changes.filter((change) => change.type === 'position' && change.dragging !== undefined)
  const [drag] = drags
  const node = nodes.find(({ id }) => drag?.type === 'position' && id === drag.id)
  if (drag?.type !== 'position' || drags.length > 1 || !drag.position || node?.type !== 'stage' || !node.dragging)
    return { changes, guides: {} }
  const others = nodes.filter(({ id, type }) => type === 'stage' && id !== node.id).map(boxOf)
  const { guides, x, y } = snapped({ ...boxOf(node), ...drag.position }, others)
  const put = (change: NodeChange<MapNode>) => (change === drag ? { ...drag, position: { x, y } } : change)
  return { changes: changes.map(put), guides: drag.dragging ? guides : {} }
}

/** What the Delete key means: what is chosen, with the nodes and lines that React Flow has as chosen, each once. */
function doomed(chosen: readonly Place[], drawn: readonly Place[]): Place[] {
  const shown = new Set(chosen.map(shownOn))
  return [...chosen, ...drawn.filter((place) => !shown.has(shownOn(place)))]
}
