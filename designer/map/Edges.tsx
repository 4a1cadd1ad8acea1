import { BranchesOutlined } from '@ant-design/icons'
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { Tooltip } from 'antd'
import { conditionSentence } from './condition-sentence.ts'
import { FindingBadge } from './FindingBadge.tsx'
import type { CallEdge as CallData, TransitionEdge as TransitionData } from './flow-nodes.ts'
import { RouteHandles } from './RouteHandles.tsx'
import { middleOf, routePath } from './route-path.ts'
import { useScene } from './scene.ts'
import { useLeadLine } from './use-lead-line.ts'

/** Where a condition has this much room between two cards, it is written out; else it is a mark that says it on hover. */
const roomForWords = 190

/** From one stage to the next, with the condition under which it is taken. */
export function TransitionEdge({ id, data, selected, markerEnd, ...ends }: EdgeProps<TransitionData>) {
  const { findings, telling, select, editing } = useScene()
  const start = { x: ends.sourceX, y: ends.sourceY }
  const end = { x: ends.targetX, y: ends.targetY }
  const transition = data?.transition.id ?? ''
  const { leads, take } = useLeadLine({ transition, start, bends: data?.route ?? [], end })
  const route = leads ?? data?.route
  const led = route && [start, ...route, end]
  const [own, ownX, ownY] = getSmoothStepPath({ ...ends, borderRadius: 14, offset: 24 })
  const path = led ? routePath(led) : own
  const { x, y } = led ? middleOf(led) : { x: ownX, y: ownY }
  const condition = data?.transition.condition
  const said = condition && conditionSentence(condition, telling)
  const wrong = findings.get(id)
  const hasRoom = ends.targetX - ends.sourceX >= roomForWords
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={22}
        className={`transition-line ${selected ? 'is-selected' : ''} ${data?.passed ? 'is-passed' : ''}`}
        {...(markerEnd && { markerEnd })}
      />
      {editing && <path d={path} className="lead-line nopan" onPointerDown={(event) => take(event)} />}
      {editing && selected && route && <RouteHandles transition={transition} bends={route} take={take} />}
      {(said || wrong) && (
        <EdgeLabelRenderer>
          <div
            className={`transition-label nodrag nopan ${selected ? 'is-selected' : ''}`}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {said && (
              <Tooltip title={said}>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={said}
                  onClick={() => data && select?.({ kind: 'transition', id: data.transition.id })}
                >
                  <BranchesOutlined />
                  {hasRoom && <span>{said}</span>}
                </button>
              </Tooltip>
            )}
            <FindingBadge findings={wrong} />
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
}

/** From a stage down to the support that it calls: a rail below the card, with a branch to each request. */
export function CallEdge({ id, data, sourceX, sourceY, targetX, targetY }: EdgeProps<CallData>) {
  const x = sourceX + (data?.indent ?? 0)
  const turn = Math.min(8, targetX - x)
  const start = data?.whole || data?.called ? sourceY : targetY - turn
  const path = `M ${x} ${start} V ${targetY - turn} Q ${x} ${targetY} ${x + turn} ${targetY} H ${targetX}`
  return <BaseEdge id={id} path={path} className={`call-line ${data?.called ? 'is-called' : ''}`} />
}
