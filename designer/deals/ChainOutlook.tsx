import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { holdersOf } from '#engine/deal'
import { Tone } from '../ui/Tone.tsx'
import { useDealView } from './deal-view.ts'

/** Who is worth the next visit and why, which layers nobody can sign yet, and who could stop the purchase alone. */
export function ChainOutlook() {
  const { page } = useDealView()
  const { nextBestPerson, chainRisks, state } = page
  const isNamed = Object.keys(state.people ?? {}).length > 0
  const isSafe = chainRisks.noPath.length + chainRisks.alone.length === 0
  if (!nextBestPerson && (!isNamed || isSafe)) return null
  return (
    <div className="titled-body chain-outlook">
      <Next />
      {isNamed && <Risks />}
    </div>
  )
}

function Next() {
  const { t } = useTranslation()
  const { page, names, mayChange, record } = useDealView()
  const said = useReason()
  const called = useCalled()
  const next = page.nextBestPerson
  if (!next) return null
  return (
    <p className="chain-next">
      <span>
        <span className="quiet">{t('deals.people.next')}</span> <strong>{called(next.role)}</strong> {said}
      </span>
      {mayChange && (
        <Button
          size="small"
          onClick={() => record(next.facts)}
          title={next.facts.map(names.label).join(', ')}
          aria-label={t('deals.people.recordFrom', { name: called(next.role) })}
        >
          {t('deals.why.record')}
        </Button>
      )}
    </p>
  )
}

/** Why the next best person is the next best. */
function useReason(): string {
  const { t, i18n } = useTranslation()
  const { page, names } = useDealView()
  const { stages = [], layers = [], helps = [] } = page.nextBestPerson ?? {}
  const list = (words: string[]) => new Intl.ListFormat(i18n.language).format(words)
  const layerNames = page.model.chain.layers.filter(({ id }) => layers.includes(id)).map(({ name }) => name)
  const reasons = [
    stages.length > 0 && t('deals.people.unlocks', { count: stages.length, stages: list(stages.map(names.stage)) }),
    layerNames.length > 0 && t('deals.people.signs', { count: layerNames.length, layers: list(layerNames) }),
  ].filter((reason) => reason !== false)
  return reasons.length > 0
    ? reasons.join(t('deals.people.and'))
    : t('deals.people.helps', { count: helps.length, stages: list(helps.map(names.stage)) })
}

/** A role by who holds it, the most influential first; by its own name where nobody is named. */
function useCalled(): (role: string) => string {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  return (role) => {
    const [holder] = holdersOf(page.state, role)
    return holder ? t('deals.people.nameInRole', { name: holder[1].name, role: names.role(role) }) : names.role(role)
  }
}

function Risks() {
  const { t, i18n } = useTranslation()
  const { page, names } = useDealView()
  const called = useCalled()
  const list = (words: string[]) => new Intl.ListFormat(i18n.language).format(words)
  const { noPath, alone } = page.chainRisks
  const layerName = (id: string) => page.model.chain.layers.find((layer) => layer.id === id)?.name ?? id
  const supports = (role: string) => holdersOf(page.state, role)[0]?.[1].stance === 'supports'
  const stoppers = alone.filter(({ role }) => !supports(role))
  return (
    <ul>
      {noPath.map(({ layer, unbound, opposed }) => (
        <li key={layer}>
          <Tone tone="bad">{t('deals.people.noPath', { layer: layerName(layer) })}</Tone>{' '}
          {unbound.length > 0 && t('deals.people.unbound', { roles: list(unbound.map(names.role)) })}{' '}
          {opposed.length > 0 && t('deals.people.opposed', { people: list(opposed.map(called)) })}
        </li>
      ))}
      {stoppers.length > 0 && (
        <li>
          <details className="fold">
            <summary>{t('deals.people.alone', { count: stoppers.length })}</summary>
            {stoppers.map(({ role, stages }) => (
              <p key={role}>
                {called(role)} <small className="quiet">{list(stages.map(names.stage))}</small>
              </p>
            ))}
          </details>
        </li>
      )}
    </ul>
  )
}
