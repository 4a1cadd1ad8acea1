import { useTranslation } from 'react-i18next'
import type { DepartmentLoad } from '#engine'
import { useWeekName } from './use-week-name.ts'
import { WeekBar } from './WeekBar.tsx'

/** What is due in each week against what is usually answered in one; `was` is the load before what is supposed. */
export function DueByWeek({
  load,
  was,
  weeks,
}: {
  load: DepartmentLoad
  was?: DepartmentLoad
  weeks: readonly string[]
}) {
  const { t } = useTranslation()
  const weekName = useWeekName(weeks)
  return (
    <ol className="load-weeks" aria-label={t('load.weeks')}>
      {load.weeks.map(({ due, answers }, n) => (
        <li key={weeks[n]}>
          <span className="quiet">{weekName(n)}</span>
          <WeekBar due={due} answers={answers} was={was?.weeks[n]?.answers ?? answers} />
        </li>
      ))}
      {load.later + load.undated > 0 && (
        <li>
          <span className="quiet">{t('load.laterOrUndated')}</span>
          <b>{load.later + load.undated}</b>
        </li>
      )}
    </ol>
  )
}
