import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './cohort-views.css'

const views = [
  { to: '/cohort', label: 'cohort.views.stages' },
  { to: '/cohort/visits', label: 'cohort.views.visits' },
  { to: '/cohort/accounts', label: 'cohort.views.accounts' },
] as const satisfies { to: LinkProps['to']; label: string }[]

/** The ways to look at a team's deals: by stage, by the visits that are asked for, by the accounts that matter most. */
export function CohortViews() {
  const { t } = useTranslation()
  return (
    <nav className="cohort-views" aria-label={t('cohort.views.title')}>
      {views.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
