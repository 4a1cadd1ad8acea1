import { useTranslation } from 'react-i18next'
import { useDealView } from './deal-view.ts'

/** What support has cost this deal so far, for those who move support; nothing where nobody stated hours. */
export function SupportHours() {
  const { t } = useTranslation()
  const { page, me, departmentName } = useDealView()
  const { total, departments } = page.supportHours
  if (total === 0 || me.role === 'rep') return null
  return (
    <dl className="support-hours">
      <dt>{t('support.hours.cost')}</dt>
      <dd>{t('support.hours.of', { count: total })}</dd>
      {departments.map(({ department, hours }) => (
        <div key={department}>
          <dt>{departmentName(department)}</dt>
          <dd>{t('support.hours.of', { count: hours })}</dd>
        </div>
      ))}
    </dl>
  )
}
