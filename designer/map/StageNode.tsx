import {
  AuditOutlined,
  CheckCircleFilled,
  CheckSquareOutlined,
  CustomerServiceOutlined,
  DownOutlined,
  FlagFilled,
  MessageOutlined,
  PlusOutlined,
  RightOutlined,
} from '@ant-design/icons'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { Condition } from '#engine'
import { CommitmentChip, ElementChip } from './Chip.tsx'
import { conditionSentence } from './condition-sentence.ts'
import { FindingBadge } from './FindingBadge.tsx'
import type { StageNode as Node } from './flow-nodes.ts'
import { markClass, markOf } from './marks.ts'
import { NameInPlace } from './NameInPlace.tsx'
import { isSame, useScene, useWords } from './scene.ts'
import { type CardAction, type Count, isBusy, type StageCard } from './stage-card.ts'
import { shortTime } from './tell-value.ts'
import { useIsFar } from './use-far-view.ts'

/** A stage: what has to be obtained, by which actions, and when it is passed. */
export function StageNode({ id, data: { card } }: NodeProps<Node>) {
  const t = useWords()
  const { findings, editing, folding } = useScene()
  const { stage, folded, live } = card
  const isFar = useIsFar()
  return (
    <article className={`stage-card ${live ? `is-${live.status}` : ''} ${stage.end ? `ends-${stage.end}` : ''}`}>
      <Handle type="target" id="before" position={Position.Left} isConnectable={editing !== undefined} />
      <header>
        <h3>
          <NameInPlace place={{ kind: 'stage', id: stage.id }} name={stage.name} />
        </h3>
        <FindingBadge findings={findings.get(id)} />
        {folding && (
          <button
            type="button"
            className="fold-stage nodrag nopan"
            tabIndex={-1}
            aria-expanded={!folded}
            aria-label={t(folded ? 'map.unfold' : 'map.fold', { name: stage.name })}
            title={t(folded ? 'map.unfold' : 'map.fold', { name: stage.name })}
            onClick={(event) => {
              event.stopPropagation()
              folding.fold([stage.id])
            }}
          >
            {folded ? <RightOutlined /> : <DownOutlined />}
          </button>
        )}
      </header>
      {isFar ? <Overview card={card} /> : folded ? <Summary card={card} /> : <Details card={card} />}
      <Handle type="source" id="next" position={Position.Right} isConnectable={editing !== undefined} />
      <Handle type="source" id="support" position={Position.Bottom} isConnectable={false} className="rail-start" />
      {editing && (
        <button
          type="button"
          className="add-after nodrag nopan"
          aria-label={t('map.addAfter', { name: stage.name })}
          title={t('map.addAfter', { name: stage.name })}
          onClick={(event) => {
            event.stopPropagation()
            editing.addStageAfter(stage.id)
          }}
        >
          <PlusOutlined />
        </button>
      )}
    </article>
  )
}

/** All that a card says below its name. */
function Details({ card }: { card: StageCard }) {
  const t = useWords()
  const { stage, elements, commitments, actions, live } = card
  const isBare = elements.length + commitments.length + actions.length === 0 && !stage.exit
  return (
    <>
      {(live || stage.end) && <Standing card={card} />}
      {stage.entry && <Sentence word={t('map.opens')} condition={stage.entry} />}
      {elements.length > 0 && (
        <div className="chips">
          {elements.map((chip) => (
            <ElementChip key={chip.place.id} chip={chip} />
          ))}
        </div>
      )}
      {commitments.length > 0 && (
        <div className="chips">
          {commitments.map((chip) => (
            <CommitmentChip key={chip.place.id} chip={chip} />
          ))}
        </div>
      )}
      {actions.length > 0 && (
        <ul className="stage-actions">
          {actions.map((one) => (
            <ActionLine key={one.action.id} stage={stage.id} {...one} />
          ))}
        </ul>
      )}
      {isBare && <p className="stage-bare">{t('map.nothing')}</p>}
      {stage.exit && <Sentence word={t('map.done')} condition={stage.exit} />}
      {live && isBusy(live) && <Counts {...live} />}
    </>
  )
}

/** What a folded card asks for, in numbers. */
function Summary({ card: { elements, commitments, actions } }: { card: StageCard }) {
  const t = useWords()
  const counts = [
    t('map.count.elements', { count: elements.length }),
    t('map.count.commitments', { count: commitments.length }),
    t('map.count.actions', { count: actions.length }),
  ]
  return <p className="stage-summary">{counts.join(' · ')}</p>
}

function Standing({ card: { stage, live } }: { card: StageCard }) {
  const t = useWords()
  return (
    <p className="stage-standing">
      {live && (
        <span className={`standing is-${live.status}`}>
          {live.status === 'completed' ? <CheckCircleFilled /> : <i className="dot" />}
          {t(`words.stageStatus.${live.status}`)}
        </span>
      )}
      {stage.end && (
        <span className={`stage-end ends-${stage.end}`}>
          <FlagFilled /> {t(`map.end.${stage.end}`)}
        </span>
      )}
    </p>
  )
}

function Sentence({ word, condition }: { word: string; condition: Condition }) {
  const { telling } = useScene()
  const said = conditionSentence(condition, telling)
  return (
    <Tooltip title={said} mouseEnterDelay={0.4}>
      <p className="stage-condition">
        <b>{word}</b> {said}
      </p>
    </Tooltip>
  )
}

function ActionLine({ stage, action, open, late }: CardAction & { stage: string }) {
  const t = useWords()
  const { select, selected, marks, editing } = useScene()
  const place = { kind: 'action', id: action.id, stage } as const
  const mark = markOf(marks, place)
  const name = (
    <>
      <CheckSquareOutlined aria-hidden="true" />
      <span>
        <NameInPlace place={place} name={action.name} />
      </span>
      {action.due && <small>{shortTime(action.due, t)}</small>}
    </>
  )
  const look = [
    'stage-action',
    open ? 'is-open' : '',
    late ? 'is-late' : '',
    action.required ? '' : 'is-optional',
    isSame(selected, place) ? 'is-selected' : '',
    markClass(mark),
  ].join(' ')
  const said = [`${t('words.action')} ${action.name}`, mark ? t(`map.mark.${mark}`) : '']
  return (
    <li>
      {select && !isSame(editing?.naming, place) ? (
        <button
          type="button"
          className={look}
          tabIndex={-1}
          title={action.name}
          aria-label={said.filter(Boolean).join(', ')}
          onClick={(event) => {
            event.stopPropagation()
            select(place)
          }}
          onDoubleClick={(event) => {
            event.stopPropagation()
            editing?.nameInPlace(place)
          }}
        >
          {name}
        </button>
      ) : (
        <span className={look} title={action.name}>
          {name}
        </span>
      )}
    </li>
  )
}

const countIcons: Record<'tasks' | 'requests' | 'objections', ReactNode> = {
  tasks: <AuditOutlined />,
  requests: <CustomerServiceOutlined />,
  objections: <MessageOutlined />,
}

function Counts(counts: Record<'tasks' | 'requests' | 'objections', Count>) {
  const t = useWords()
  return (
    <p className="stage-counts">
      {(['tasks', 'requests', 'objections'] as const).map((kind) => {
        const { open, late } = counts[kind]
        if (open === 0) return null
        const said = [t(`map.count.${kind}`, { count: open }), late > 0 ? t('map.count.late', { count: late }) : '']
        return (
          <Tooltip key={kind} title={said.filter(Boolean).join(', ')}>
            <span
              role="img"
              aria-label={said.filter(Boolean).join(', ')}
              className={`count count-${kind} ${late > 0 ? 'is-late' : ''}`}
            >
              {countIcons[kind]} {open}
            </span>
          </Tooltip>
        )
      })}
    </p>
  )
}

/** What is left of a card from far away: its name, and a mark for each thing that it asks for. */
function Overview({ card: { stage, elements, commitments } }: { card: StageCard }) {
  return (
    <div className="stage-overview" aria-hidden="true">
      <strong>{stage.name}</strong>
      <span>
        {elements.map(({ place, obtained }) => (
          <i key={place.id} className={`mark ${obtained ? `is-${obtained.state}` : ''}`} />
        ))}
        {commitments.map(({ place, obtained }) => (
          <i key={place.id} className={`mark mark-round ${obtained ? `is-${obtained.state}` : ''}`} />
        ))}
      </span>
    </div>
  )
}
