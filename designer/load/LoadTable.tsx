import { useTranslation } from 'react-i18next'
import type { DepartmentLoad } from '#engine'
import type { LoadOfDepartment } from '../../api/support-load/contract.ts'
import { Tone } from '../ui/Tone.tsx'
import { useWeekName } from './use-week-name.ts'
import { WeekBar } from './WeekBar.tsx'

type Props = {
  departments: readonly { of: LoadOfDepartment; load: DepartmentLoad }[]
  weeks: readonly string[]
  shown: string
  show: (department: string) => void
}

/** The departments side by side: what is open, what room they have, and what is due in the weeks ahead. */
export function LoadTable({ departments, weeks, shown, show }: Props) {
  const { t } = useTranslation()
  const weekName = useWeekName(weeks)
  const ahead = weeks.slice(1).map((_, n) => n)
  return (
    <div className="panel">
      <table className="dense load-table">
        <thead>
          <tr>
            <th>{t('words.department')}</th>
            <th className="number">{t('load.open')}</th>
            <th className="number">{t('load.room')}</th>
            <th>{t('load.needsSomebody')}</th>
            {ahead.map((n) => (
              <th key={n}>{weekName(n)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map(({ of: { department }, load }) => (
            <tr key={department.id} className={department.id === shown ? 'is-shown' : ''}>
              <td>
                <button
                  type="button"
                  className="row-link"
                  aria-pressed={department.id === shown}
                  onClick={() => show(department.id)}
                >
                  {department.name}
                </button>
              </td>
              <td className="number" data-name={t('load.open')}>
                {load.open}
              </td>
              <td className="number" data-name={t('load.room')}>
                {load.people.length === 0 ? (
                  <span className="quiet">{t('load.noOneThere')}</span>
                ) : (
                  (load.room ?? t('load.unbounded'))
                )}
              </td>
              <td>
                {load.overdue > 0 && <Tone tone="bad">{t('load.overdue', { count: load.overdue })}</Tone>}{' '}
                {load.waiting > 0 && <Tone tone="warn">{t('load.waiting', { count: load.waiting })}</Tone>}
              </td>
              {load.weeks.map((week, n) => (
                <td key={ahead[n]} data-name={weekName(n)} className={week.due === 0 ? 'is-nothing' : ''}>
                  <WeekBar {...week} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
