import { ClockCircleOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clocksOf, compileModel, type Layer, type Specialist } from '#engine'
import { longTime } from '../map/tell-value.ts'
import { Ago } from '../ui/Ago.tsx'
import { useDealView } from './deal-view.ts'

/** How long a part of the sign-off usually takes, and since when its time runs where that starts on what the customer did. */
export function UsualTime({ part: { usually, usuallyFrom } }: { part: Layer | Specialist }) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  const { model, state } = page
  const started = useMemo(
    () => usuallyFrom && clocksOf(compileModel(model), state, new Date().toISOString())('', usuallyFrom),
    [model, state, usuallyFrom],
  )
  if (!usually) return null
  return (
    <span>
      <ClockCircleOutlined /> {t('map.usually', { time: longTime(usually, t) })}
      {usuallyFrom && (
        <>
          {' · '}
          {started
            ? t('deals.signOff.clockRuns', { from: names.effect(usuallyFrom) })
            : t('deals.signOff.clockStands', { from: names.effect(usuallyFrom) })}{' '}
          {started && <Ago at={new Date(started).toISOString()} />}
        </>
      )}
    </span>
  )
}
