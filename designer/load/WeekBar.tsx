import { useTranslation } from 'react-i18next'

/** What is due in a week against what is usually answered in one; too much of it stands out. `was`: before what is supposed. */
export function WeekBar({ due, answers, was }: { due: number; answers: number; was?: number }) {
  const { t, i18n } = useTranslation()
  const usual = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(answers)
  const isOver = answers > 0 && due > answers
  const most = Math.max(due, answers, 1)
  const share = (of: number) => `${(100 * of) / most}%`
  if (due === 0 && answers === 0 && !was) return <span className="quiet">0</span>
  const changed = was !== undefined && Math.abs(was - answers) >= 0.05
  return (
    <span className={isOver ? 'week-bar is-over' : 'week-bar'}>
      <span>
        <b>{due}</b>{' '}
        {(answers > 0 || changed) && (
          <small className={changed ? 'is-changed' : 'quiet'}>{t('load.ofUsual', { usual })}</small>
        )}
      </span>
      <i aria-hidden="true">
        <i style={{ width: share(due) }} />
        {answers > 0 && <em style={{ left: share(answers) }} />}
      </i>
    </span>
  )
}
