import { useTranslation } from 'react-i18next'
import type { ObjectionStatus } from '#engine/deal'

const life: ObjectionStatus[] = ['raised', 'planned', 'implemented', 'fed-back', 'supervised', 'closed']

/** Where an objection is in its life. */
export function ObjectionLife({ status }: { status: ObjectionStatus }) {
  const { t } = useTranslation()
  const reached = life.indexOf(status)
  return (
    <ol className="life" aria-label={t('deals.objections.life')}>
      {life.map((step, n) => (
        <li
          key={step}
          className={n < reached ? 'passed' : n === reached ? 'here' : ''}
          aria-current={n === reached ? 'step' : undefined}
        >
          {t(`words.objectionStatus.${step}`)}
        </li>
      ))}
    </ol>
  )
}
