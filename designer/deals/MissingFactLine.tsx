import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type MissingFact, type Scalar, standingFacts } from '#engine'
import { useShownValue } from '../ui/use-shown-value.ts'
import { useDealView } from './deal-view.ts'
import { Mark, markOf } from './Mark.tsx'

const observed = /^(element|commitment|attribute|signature)\./

/** One fact that is missing: what it has to be, who of the customer brings it, and what of ours is meant to get it. */
export function MissingFactLine({ missing }: { missing: MissingFact }) {
  const { t } = useTranslation()
  const { names, mayChange, record } = useDealView()
  const { fact, source } = missing
  const isObserved = observed.test(fact)
  return (
    <li className="missing-fact">
      <Mark kind={markOf(fact)} />
      <span className="missing-what">
        <FactWords missing={missing} />
        <Wanting missing={missing} />
      </span>
      <span className="missing-who">
        {source.roles.map((role) => (
          <span key={role} className="from">
            {names.role(role)}
          </span>
        ))}
        {source.departments.map((department) => (
          <span key={department} className="from ours">
            {names.department(department)}
          </span>
        ))}
        {source.actions
          .filter((action) => fact !== `action.${action}`)
          .map((action) => (
            <span key={action} className="by-action">
              {names.action(action)}
            </span>
          ))}
        {isObserved && source.roles.length + source.departments.length === 0 && <span>{t('deals.why.anybody')}</span>}
      </span>
      {mayChange && isObserved && (
        <Button
          size="small"
          className="missing-record"
          onClick={() => record([fact])}
          aria-label={t('deals.why.recordFact', { fact: names.label(fact) })}
        >
          {t('deals.why.record')}
        </Button>
      )}
    </li>
  )
}

function FactWords({ missing: { fact } }: { missing: MissingFact }) {
  const { t } = useTranslation()
  const { names } = useDealView()
  if (fact === 'objections.open') return t('deals.why.noObjections')
  if (fact === 'style') return t('deals.why.style')
  if (fact.startsWith('support.')) return t('deals.why.approval', { name: names.label(fact) })
  return names.label(fact)
}

/** What is wanting of it, where it is more than that nobody has brought it. */
function Wanting({ missing: { fact, status, grade, thresholds = [] } }: { missing: MissingFact }) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  const show = useShownValue()
  const type = names.fact(fact)?.value
  const value: Scalar | undefined = standingFacts(page.state.observations).get(fact)?.value
  const known = type && value !== undefined ? show(type, value, page.model.currency) : undefined
  const words = [
    status === 'too-young' && t('deals.why.tooYoung'),
    status === 'lapsed' && t('deals.why.lapsed'),
    status === 'returned' && t('deals.why.returned'),
    status === 'against' && (known ? t('deals.why.againstValue', { value: known }) : t('deals.why.against')),
    ...thresholds.map(({ threshold, amount, since }) =>
      t('deals.why.threshold', {
        name: page.model.thresholds.find(({ id }) => id === threshold)?.name ?? threshold,
        value: type ? show(type, amount, page.model.currency) : amount,
        since,
      }),
    ),
    grade && t('deals.why.grade', { grade: t(`words.grade.${grade}`) }),
  ].filter((word) => word)
  return words.length > 0 && <small>{words.join(' · ')}</small>
}
