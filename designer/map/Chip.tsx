import {
  CalendarOutlined,
  CheckOutlined,
  CloseOutlined,
  DollarOutlined,
  FontSizeOutlined,
  NumberOutlined,
  UnorderedListOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Place, ValueType } from '#engine'
import { markClass, markOf } from './marks.ts'
import { NameInPlace } from './NameInPlace.tsx'
import { isSame, useScene, useWords } from './scene.ts'
import type { Chip as ChipData } from './stage-card.ts'
import { tellValue } from './tell-value.ts'

const glyphs: Record<ValueType['kind'], ReactNode> = {
  flag: <CheckOutlined />,
  number: <NumberOutlined />,
  money: <DollarOutlined />,
  date: <CalendarOutlined />,
  text: <FontSizeOutlined />,
  choice: <UnorderedListOutlined />,
}

/** An element: a rounded rectangle with the glyph of its kind of value. Filled once it is obtained. */
export function ElementChip({ chip }: { chip: ChipData }) {
  const { telling } = useScene()
  const type = chip.value ?? { kind: 'flag' }
  const { value, state } = chip.obtained ?? {}
  const told = value === undefined ? '' : tellValue(value, type, telling.currency, telling.language)
  return (
    <ChipFrame chip={chip} shape="element" says={told}>
      <i aria-hidden="true">{state === 'denied' ? <CloseOutlined /> : glyphs[type.kind]}</i>
      <span className="chip-name">
        <NameInPlace place={chip.place} name={chip.name} />
      </span>
      {told && type.kind !== 'text' && <b className="chip-value">{told}</b>}
      <GradeMark chip={chip} />
    </ChipFrame>
  )
}

/** A commitment: a pill that names the role that gives it. */
export function CommitmentChip({ chip }: { chip: ChipData }) {
  const t = useWords()
  const { obtained, role } = chip
  return (
    <ChipFrame chip={chip} shape="commitment" says={role ? t('map.gives', { role: role.name }) : t('map.nobody')}>
      <i aria-hidden="true">
        {obtained?.state === 'denied' ? (
          <CloseOutlined />
        ) : obtained?.state === 'obtained' ? (
          <CheckOutlined />
        ) : (
          <UserOutlined />
        )}
      </i>
      <span className="chip-name">
        <NameInPlace place={chip.place} name={chip.name} />
        <small className={role ? '' : 'chip-nobody'}>{role?.name ?? t('map.nobody')}</small>
      </span>
      <GradeMark chip={chip} />
    </ChipFrame>
  )
}

function ChipFrame({
  chip,
  shape,
  says,
  children,
}: {
  chip: ChipData
  shape: 'element' | 'commitment'
  says: string
  children: ReactNode
}) {
  const t = useWords()
  const { select, selected, lit, light, findings, marks, editing } = useScene()
  const state = chip.obtained?.state
  const isLit = lit !== undefined && chip.role?.id === lit
  const wrong = findings.get(`stage:${chip.place.stage}`)?.find(({ place }) => isSame(place, chip.place))
  const standing = useStanding(chip)
  const mark = markOf(marks, chip.place)
  const label = [
    `${t(`words.${shape}`)} ${chip.name}`,
    mark ? t(`map.mark.${mark}`) : '',
    says,
    standing,
    chip.required ? '' : t('map.optional'),
    chip.grade === 'said' ? '' : t('map.asks', { grade: t(`words.grade.${chip.grade}`) }),
  ]
  const attributes = {
    className: [
      'chip',
      `chip-${shape}`,
      state ? `is-${state}` : '',
      chip.required ? '' : 'is-optional',
      isLit ? 'is-lit' : '',
      wrong ? `has-${wrong.severity}` : '',
      isSame(selected, chip.place) ? 'is-selected' : '',
      markClass(mark),
    ].join(' '),
    title: label.filter(Boolean).join(' · '),
    onMouseEnter: () => light(chip.role?.id),
    onMouseLeave: () => light(undefined),
  }
  if (!select || isSame(editing?.naming, chip.place)) return <span {...attributes}>{children}</span>
  return (
    <button
      type="button"
      aria-label={label.filter(Boolean).join(', ')}
      tabIndex={isCardSelected(selected, chip.place) ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation()
        select(chip.place)
      }}
      onDoubleClick={(event) => {
        event.stopPropagation()
        editing?.nameInPlace(chip.place)
      }}
      {...attributes}
    >
      {children}
    </button>
  )
}

/** Tab goes from card to card, and into the chips of the one that is selected. */
const isCardSelected = (selected: Place | undefined, { stage }: Place): boolean =>
  selected !== undefined && (selected.stage === stage || (selected.kind === 'stage' && selected.id === stage))

function useStanding({ obtained }: ChipData): string {
  const t = useWords()
  if (!obtained) return ''
  if (obtained.lapsed) return t('map.lapsed')
  if (obtained.state === 'missing') return t('map.missing')
  if (obtained.covered) return t('map.covered')
  const grade = obtained.grade ? t(`words.grade.${obtained.grade}`) : ''
  if (obtained.state === 'denied') return t('map.denied')
  return obtained.state === 'weak' ? t('map.weak', { grade }) : grade
}

/** How well it is evidenced, where it is there; else what evidence is asked for, where that is more than a word. */
function GradeMark({ chip: { obtained, grade } }: { chip: ChipData }) {
  const t = useWords()
  const shown = obtained?.grade ?? (grade === 'said' ? undefined : grade)
  if (!shown || obtained?.state === 'denied') return null
  return <em className={obtained?.grade ? 'grade' : 'grade is-asked'}>{t(`words.grade.${shown}`)}</em>
}
