import { ClockCircleOutlined, LockOutlined, MessageOutlined } from '@ant-design/icons'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import { Tooltip } from 'antd'
import { conditionSentence } from './condition-sentence.ts'
import { FindingBadge } from './FindingBadge.tsx'
import type { CallNode as CallData, HeadingNode as HeadingData, LaneNode as LaneData } from './flow-nodes.ts'
import { NameInPlace } from './NameInPlace.tsx'
import { isSame, useScene, useWords } from './scene.ts'
import { longTime, shortTime } from './tell-value.ts'

export function HeadingNode({ data: { says } }: NodeProps<HeadingData>) {
  const t = useWords()
  return (
    <h2 className="map-heading">
      {t(`map.${says}`)} <small>{t(`map.${says}Hint`)}</small>
    </h2>
  )
}

/** One of our departments, and room for what is asked of it. */
export function LaneNode({ id, data: { department, label } }: NodeProps<LaneData>) {
  const t = useWords()
  const { findings } = useScene()
  return (
    <section className={`lane ${department ? '' : 'is-homeless'}`}>
      <div className="band-label" style={{ width: label }}>
        <strong>
          <NameInPlace
            place={department && { kind: 'department', id: department.id }}
            name={department?.name ?? t('map.noDepartment')}
          />
        </strong>
        <FindingBadge findings={findings.get(id)} />
      </div>
    </section>
  )
}

/** A call on a department: when it is made, by when the answer is due, and on a deal how it stands. */
export function CallNode({ id, data: { trigger, objection, live } }: NodeProps<CallData>) {
  const t = useWords()
  const { findings, telling, selected } = useScene()
  const { name, when, late, due, blocks } = trigger
  const request = live?.request
  const standing = request ? `is-${request.verdict ?? request.status}` : live ? 'is-uncalled' : ''
  const said = [
    name,
    objection === undefined ? '' : t('map.onObjection', { objection }),
    when ? t('map.when', { condition: conditionSentence(when, telling) }) : '',
    late ? t('map.late', { time: longTime(late, t) }) : '',
    due ? t('map.due', { time: longTime(due, t) }) : t('map.noDue'),
    blocks ? t('map.blocks') : '',
    request
      ? request.verdict
        ? t(`words.verdict.${request.verdict}`)
        : t(`words.requestStatus.${request.status}`)
      : '',
  ].filter(Boolean)
  const isLate = request?.status === 'open' && request.escalatedAt !== undefined
  return (
    <Tooltip title={said.join(' · ')} mouseEnterDelay={0.3}>
      <div
        className={[
          'call',
          standing,
          isLate ? 'is-late' : '',
          when || late ? 'is-conditional' : '',
          isSame(selected, { kind: 'support', id: trigger.id }) ? 'is-selected' : '',
        ].join(' ')}
      >
        <Handle type="target" position={Position.Left} isConnectable={false} className="rail-end" />
        {objection !== undefined && <MessageOutlined aria-hidden="true" />}
        {late && <ClockCircleOutlined aria-hidden="true" />}
        <span>
          <NameInPlace place={{ kind: 'support', id: trigger.id }} name={name} />
        </span>
        {blocks && <LockOutlined aria-label={t('map.blocks')} />}
        {due && <small>{shortTime(due, t)}</small>}
        <FindingBadge findings={findings.get(id)} />
      </div>
    </Tooltip>
  )
}
