import {
  ArrowUpOutlined,
  CheckCircleFilled,
  ClockCircleOutlined,
  UserOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { NodeProps } from '@xyflow/react'
import { Tooltip } from 'antd'
import type { Condition, Layer, Specialist } from '#engine'
import type { Person } from '#engine/deal'
import { conditionSentence } from './condition-sentence.ts'
import { FindingBadge } from './FindingBadge.tsx'
import type { LayerNode as LayerData, RoleNode as RoleData, SpecialistNode as SpecialistData } from './flow-nodes.ts'
import { role as roleSize } from './geometry.ts'
import { NameInPlace } from './NameInPlace.tsx'
import { useScene, useWords } from './scene.ts'
import { longTime } from './tell-value.ts'

/** One rung of the ladder: a layer of sign-off, or the people who stand beside the chain. */
export function LayerNode({ id, data: { layer, rung, label, signed, run, top } }: NodeProps<LayerData>) {
  const t = useWords()
  const { findings, risks } = useScene()
  const hasNoPath = risks?.noPath.some((one) => one.layer === layer?.id)
  const rule = layer?.rule
  const count = rule?.kind === 'at-least' ? rule.count : 0
  return (
    <section
      className={`layer-band ${signed ? 'is-signed' : ''} ${run?.status === 'not-needed' ? 'is-not-needed' : ''} ${layer ? '' : 'is-beside'}`}
    >
      <div className="band-label" style={{ width: label }}>
        {rung !== undefined && (
          <span className="rung" aria-hidden="true">
            {signed ? <CheckCircleFilled /> : rung}
            {!top && <ArrowUpOutlined className="rung-up" />}
          </span>
        )}
        <div>
          <strong>
            <NameInPlace place={layer && { kind: 'layer', id: layer.id }} name={layer?.name ?? t('map.beside')} />
          </strong>
          <small>{rule ? t(`map.rule.${rule.kind}`, { count }) : t('map.besideHint')}</small>
          {signed && <small className="good">{t('map.signed')}</small>}
          {!signed && run && run.status !== 'waiting' && (
            <small className="now">{t(`map.standing.${run.status}`)}</small>
          )}
          {hasNoPath && <small className="bad">{t('map.noPath')}</small>}
          {layer && <Usual part={layer} />}
          {layer?.when && <When condition={layer.when} />}
        </div>
        <FindingBadge findings={findings.get(id)} />
      </div>
    </section>
  )
}

/** How long a part usually takes, and what that time starts on. */
function Usual({ part: { usually, usuallyFrom } }: { part: Layer | Specialist }) {
  const t = useWords()
  const { model } = useScene()
  if (!usually) return null
  const from = model.stages
    .flatMap(({ elements, commitments }) => [...elements, ...commitments])
    .find(({ id }) => id === usuallyFrom)?.name
  const time = longTime(usually, t)
  const said = from ? t('map.usuallyFrom', { time, from }) : t('map.usually', { time })
  return (
    <small className="usual" title={said}>
      <ClockCircleOutlined /> {said}
    </small>
  )
}

function When({ condition }: { condition: Condition }) {
  const t = useWords()
  const { telling } = useScene()
  const said = t('map.when', { condition: conditionSentence(condition, telling) })
  return (
    <Tooltip title={said}>
      <small className="when">{said}</small>
    </Tooltip>
  )
}

/** A role of the chain, and the commitments that it owes. */
export function RoleNode({ id, data: { role, owes, people, turn, isNext, added } }: NodeProps<RoleData>) {
  const t = useWords()
  const { findings, light, lit, risks, select, selected } = useScene()
  const isAlone = risks?.alone.some((one) => one.role === role.id)
  const shown = owes.length > roleSize.most ? owes.slice(0, roleSize.most) : owes
  const hasGiven =
    added?.state === 'obtained' || (owes.length > 0 && owes.every(({ obtained }) => obtained?.state === 'obtained'))
  const hasDenied = added?.state === 'denied' || owes.some(({ obtained }) => obtained?.state === 'denied')
  const isLit = lit === role.id || (selected?.kind === 'commitment' && owes.some(({ id }) => id === selected.id))
  const standing = hasDenied ? 'is-denied' : hasGiven && !isNext ? 'is-given' : ''
  const stance = people[0] ? `stands-${people[0].stance}` : ''
  return (
    <article
      className={`role-card ${standing} ${stance} ${isLit ? 'is-lit' : ''} ${isNext ? 'is-next' : ''} ${added ? 'is-added' : ''}`}
      onMouseEnter={() => light(role.id)}
      onMouseLeave={() => light(undefined)}
    >
      <header>
        <span className={`role-face kind-${role.kind ?? 'added'}`} aria-hidden="true">
          {turn ?? <UserOutlined />}
        </span>
        <div>
          <strong title={role.name}>
            <NameInPlace place={{ kind: 'role', id: role.id }} name={role.name} />
          </strong>
          <small>
            {isNext && <b className="next">{t('map.next')} · </b>}
            {role.kind ? t(`words.buyingRoleKind.${role.kind}`) : t('map.added')}
          </small>
        </div>
        {isAlone && (
          <Tooltip title={t('map.alone')}>
            <WarningOutlined className="role-alone" aria-label={t('map.alone')} />
          </Tooltip>
        )}
        <FindingBadge findings={findings.get(id)} />
      </header>
      {people.length > 0 && <Holders people={people} />}
      {owes.length > 0 && (
        <ul>
          {shown.map(({ id: commitment, stage, name, obtained }) => (
            <li key={commitment} className={obtained ? `is-${obtained.state}` : ''} title={name}>
              <i className="mark mark-round" aria-hidden="true" />
              {select ? (
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={(event) => {
                    event.stopPropagation()
                    select({ kind: 'commitment', id: commitment, stage })
                  }}
                >
                  {name}
                </button>
              ) : (
                name
              )}
            </li>
          ))}
          {owes.length > shown.length && (
            <li className="more">{t('map.more', { count: owes.length - shown.length })}</li>
          )}
        </ul>
      )}
    </article>
  )
}

/** Who holds a role in this deal, and how they stand to buying from us; the most influential gives the card its colour. */
function Holders({ people }: { people: Person[] }) {
  const t = useWords()
  const told = people
    .map(({ name, stance }) => t('map.holder', { name, stance: t(`words.stance.${stance}`) }))
    .join(', ')
  return (
    <p className="role-holders" title={told}>
      {people.map(({ name, stance, seq }) => (
        <span key={`${name} ${seq}`}>
          <i className={`stance-dot is-${stance}`} role="img" aria-label={t(`words.stance.${stance}`)} />
          {name}
        </span>
      ))}
    </p>
  )
}

/** A department of the customer's that signs beside a layer, around its roles. */
export function SpecialistNode({ id, data: { specialist, run } }: NodeProps<SpecialistData>) {
  const t = useWords()
  const { findings, telling } = useScene()
  const { name, usually, when } = specialist
  const status = run && run.status !== 'waiting' ? run.status : undefined
  const said = when && t('map.when', { condition: conditionSentence(when, telling) })
  return (
    <section className={`specialist-box ${status ? `is-${status}` : ''}`}>
      <header>
        <strong title={name}>
          <NameInPlace place={{ kind: 'specialist', id: specialist.id }} name={name} />
        </strong>
        <FindingBadge findings={findings.get(id)} />
      </header>
      <Tooltip title={said}>
        <small>
          {status && <b className="now">{t(`map.standing.${status}`)}</b>}
          {status && (usually || said) ? ' · ' : ''}
          <Usual part={specialist} />
          {usually && said ? ' · ' : ''}
          {said}
        </small>
      </Tooltip>
    </section>
  )
}
