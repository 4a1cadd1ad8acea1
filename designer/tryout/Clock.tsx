import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Duration, leapOf } from '#engine'
import { usePlaying } from './play-context.ts'

const leaps: Duration[] = [
  { unit: 'hours', amount: 1 },
  { unit: 'days', amount: 1 },
  { unit: 'days', amount: 7 },
]

/** The time of the play. It stands still until it is moved. */
export function Clock() {
  const { t, i18n } = useTranslation()
  const { shown, take } = usePlaying()
  const { wakeAt } = shown.state
  const told = new Date(shown.now).toLocaleString(i18n.language, { dateStyle: 'full', timeStyle: 'short' })
  return (
    <section className="tryout-part" aria-label={t('tryout.clock.title')}>
      <h3>{t('tryout.clock.title')}</h3>
      <p className="tryout-now">
        <time dateTime={shown.now}>{told}</time>
      </p>
      <div className="tryout-buttons">
        {leaps.map((leap) => (
          <Button key={`${leap.amount}${leap.unit}`} size="small" onClick={() => take({ kind: 'wait', for: leap })}>
            {t(`tryout.clock.${leap.unit}`, { count: leap.amount })}
          </Button>
        ))}
        <Button
          size="small"
          disabled={!wakeAt}
          onClick={() => wakeAt && take({ kind: 'wait', for: leapOf(Date.parse(wakeAt) - Date.parse(shown.now)) })}
        >
          {t('tryout.clock.next')}
        </Button>
      </div>
    </section>
  )
}
