import {
  ApartmentOutlined,
  ArrowRightOutlined,
  AuditOutlined,
  BankOutlined,
  CheckSquareOutlined,
  CustomerServiceOutlined,
  DashboardOutlined,
  DownOutlined,
  FileTextOutlined,
  FlagOutlined,
  FormOutlined,
  MessageOutlined,
  NodeIndexOutlined,
  PushpinOutlined,
  RightOutlined,
  TagOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, Place } from '#engine'
import { FindingBadge } from '../../map/FindingBadge.tsx'
import { type Mark, markClass } from '../../map/marks.ts'
import { Faces, type Somebody } from '../../map/OthersHere.tsx'
import { useFindingSentence } from '../../map/use-finding-sentence.ts'
import type { Heading, Seen } from './outline.ts'

const glyphs: Record<Place['kind'], ReactNode> = {
  model: <ApartmentOutlined />,
  stage: <FlagOutlined />,
  transition: <ArrowRightOutlined />,
  element: <FileTextOutlined />,
  commitment: <UserOutlined />,
  action: <CheckSquareOutlined />,
  support: <CustomerServiceOutlined />,
  layer: <AuditOutlined />,
  specialist: <BankOutlined />,
  role: <UserOutlined />,
  style: <NodeIndexOutlined />,
  department: <TeamOutlined />,
  attribute: <TagOutlined />,
  threshold: <DashboardOutlined />,
  'objection-type': <MessageOutlined />,
  scenario: <FormOutlined />,
  note: <PushpinOutlined />,
}

type Props = {
  seen: Seen
  says: readonly string[]
  /** What the checks found here; of a folded row also what they found inside. */
  findings: readonly Finding[]
  own: readonly Finding[]
  mark: Mark | undefined
  /** Who else is here. */
  others: readonly Somebody[]
  isHere: boolean
  isPicked: boolean
  isNamed: boolean
  point: (event: MouseEvent) => void
  toggle: () => void
  open: () => void
  /** Takes its name; nothing where it stays as it is. */
  named: (text: string | undefined) => void
  back: () => void
}

/** A thing of the drawing in one line: what it is, what it says, and below it what is wrong with it. */
export function OutlineRow(props: Props) {
  const { seen, says, findings, own, mark, others, isHere, isPicked, isNamed, point, toggle, open, named, back } = props
  const { t } = useTranslation()
  const sentence = useFindingSentence()
  const { row, level, at, of, isOpen } = seen
  const place = 'place' in row ? row.place : undefined
  const heading = 'heading' in row ? row.heading : undefined
  const headingName = useHeadingName()
  const name = heading ? headingName(heading) : row.name || t('editing.outline.unnamed')
  function labelOf(): string {
    if (!place) return `${name} ${row.rows.length || ''}`.trim()
    return place.kind === 'transition'
      ? t('editing.outline.leadsTo', { name })
      : `${t(`editing.kinds.${place.kind}`)} ${name}`
  }
  const label = [
    labelOf(),
    mark ? t(`map.mark.${mark}`) : '',
    ...says,
    ...others.map(({ name }) => t('map.isHere', { name })),
    findings.length > 0 ? `${t('map.findings', { count: findings.length })}: ${findings.map(sentence).join(' ')}` : '',
  ]
  const look = [
    'outline-row',
    heading ? 'is-heading' : `is-${place?.kind}`,
    isPicked ? 'is-picked' : '',
    markClass(mark),
  ].join(' ')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of all its rows
    <div
      role="treeitem"
      data-key={row.key}
      tabIndex={isHere ? 0 : -1}
      aria-level={level}
      aria-posinset={at}
      aria-setsize={of}
      aria-selected={isPicked}
      aria-label={label.filter(Boolean).join(', ')}
      {...(row.rows.length > 0 && { 'aria-expanded': isOpen })}
      className={look}
      style={{ paddingInlineStart: (level - 1) * 18 + 6 }}
      onClick={point}
      onDoubleClick={open}
    >
      <span
        className="outline-fold"
        aria-hidden="true"
        onClick={(event) => {
          if (row.rows.length === 0) return
          event.stopPropagation()
          toggle()
        }}
      >
        {row.rows.length > 0 && (isOpen ? <DownOutlined /> : <RightOutlined />)}
      </span>
      {place && (
        <i className={`outline-glyph is-${place.kind}`} aria-hidden="true">
          {glyphs[place.kind]}
        </i>
      )}
      <span className="outline-text">
        {isNamed ? (
          <NameLine name={name} take={named} back={back} />
        ) : (
          <>
            <span className="outline-name">{name}</span>
            {heading && row.rows.length > 0 && <small>{row.rows.length}</small>}
            {says.length > 0 && <small>{says.join(' · ')}</small>}
            {own.map((finding) => (
              <em key={finding.message} className={finding.severity === 'error' ? 'bad' : 'warn'}>
                {sentence(finding)}
              </em>
            ))}
          </>
        )}
      </span>
      <Faces others={others} />
      {own.length === 0 && <FindingBadge findings={findings} />}
    </div>
  )
}

function useHeadingName() {
  const { t } = useTranslation()
  return (heading: Heading): string => {
    if (heading === 'layer') return t('words.decisionChain')
    if (heading === 'role') return t('map.beside')
    if (heading === 'note') return t('editing.outline.notes')
    return t(`editing.sections.${heading}`)
  }
}

/** The line in which a row takes its name. */
function NameLine({ name, take, back }: { name: string; take: (text: string | undefined) => void; back: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(name)
  const input = useRef<InputRef>(null)
  useEffect(() => input.current?.focus({ cursor: 'all' }), [])
  const changed = text.trim() !== name ? text.trim() : undefined
  return (
    <Input
      ref={input}
      size="small"
      aria-label={t('words.name')}
      maxLength={200}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        if (event.nativeEvent.isComposing) return
        event.preventDefault()
        take(event.key === 'Enter' ? changed : undefined)
        back()
      }}
      onBlur={() => take(changed)}
    />
  )
}
