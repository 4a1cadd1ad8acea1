import { useTranslation } from 'react-i18next'
import type { ChainOutlook } from '#engine'
import { Tone } from '../ui/Tone.tsx'
import { useDealView } from './deal-view.ts'

type Step = ChainOutlook['steps'][number]

/** When the sign-off likely ends, and what is left of it: how long each part takes, by what, and which ones decide. */
export function SignOffOutlook({ outlook: { steps, end } }: { outlook: ChainOutlook }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const day = useDay()
  if (steps.length === 0) return null
  return (
    <section className="sign-off" aria-label={t('deals.outlook.title')}>
      <p className="sign-off-end">
        <span className="quiet">{t('deals.outlook.end')}</span>{' '}
        <strong>{end ? day(end.likely) : t('deals.outlook.open')}</strong>{' '}
        {end && end.low !== end.high && (
          <small className="quiet">{t('deals.outlook.between', { low: day(end.low), high: day(end.high) })}</small>
        )}
      </p>
      {page.chainRisks.noPath.length > 0 && <p className="quiet">{t('deals.outlook.ifPath')}</p>}
      <details className="fold">
        <summary>{t('deals.outlook.left', { count: steps.length })}</summary>
        <ol>
          {steps.map((step) => (
            <StepLine
              key={`${step.layer} ${step.specialist}`}
              step={step}
              isAlone={steps.filter(({ layer }) => layer === step.layer).length === 1}
            />
          ))}
        </ol>
      </details>
    </section>
  )
}

/** Of what signs side by side, the one that takes longest decides; a layer that signs alone always does. */
function StepLine({ step, isAlone }: { step: Step; isAlone: boolean }) {
  const { t } = useTranslation()
  const day = useDay()
  const { page } = useDealView()
  const { layers, specialists } = page.model.chain
  const name = step.specialist
    ? specialists.find(({ id }) => id === step.specialist)?.name
    : layers.find(({ id }) => id === step.layer)?.name
  return (
    <li className={step.specialist ? 'is-beside' : ''}>
      <span>
        {name} {step.isCritical && !isAlone && <Tone tone="warn">{t('deals.outlook.critical')}</Tone>}{' '}
        {step.isLate && <Tone tone="bad">{t('deals.outlook.late')}</Tone>}
      </span>
      <small className="quiet">
        <HowLong step={step} />
      </small>
      {step.notBefore && <small className="quiet">{t('deals.outlook.notBefore', { day: day(step.notBefore) })}</small>}
    </li>
  )
}

function HowLong({ step: { days, basis, deals, turns } }: { step: Step }) {
  const { t } = useTranslation()
  if (!days) return t('deals.outlook.unknown')
  const [low, likely, high] = [days.low, days.likely, days.high].map((count) => Math.round(count * 10) / 10)
  const span =
    low === high ? t('deals.outlook.days', { days: likely }) : t('deals.outlook.daysBetween', { low, likely, high })
  const by = basis === 'past' ? t('deals.outlook.past', { count: deals }) : t('deals.outlook.usually')
  const inTurns = turns > 1 ? [t('deals.outlook.turns', { count: turns })] : []
  return [span, ...inTurns, by].join(' · ')
}

function useDay(): (instant: string) => string {
  const { i18n } = useTranslation()
  return (instant) =>
    new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', year: 'numeric' }).format(
      new Date(instant),
    )
}
