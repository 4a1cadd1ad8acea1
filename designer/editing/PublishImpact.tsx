import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { ImpactKinds } from '../moves/ImpactKinds.tsx'
import { ImpactLines } from '../moves/ImpactLines.tsx'
import { useImpact } from '../moves/use-impact.ts'
import { useNames } from '../moves/use-names.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import type { Saver } from './saver.ts'
import '../moves/moves.css'

const shownAtMost = 5

type Props = { segment: string; model: ProcessModel; saver: Saver }

/** What the drawing would do to the deals that run, before anybody publishes it. They stay on their versions until they are moved. */
export function PublishImpact({ segment, model, saver }: Props) {
  const { t } = useTranslation()
  const { whole, page, error, lookAnew } = useImpact(
    ['draft-impact', segment],
    // What is asked about is what was saved, so the last edit is saved first.
    async (query) => {
      await saver.flush()
      return api.draftImpact(segment, query)
    },
    { pageSize: shownAtMost },
  )
  const worst = page?.items.filter(({ impact: { kind } }) => kind === 'cannot' || kind === 'loses') ?? []
  const names = useNames(
    segment,
    worst.map(({ version }) => version),
    model,
  )
  if (error) return <Failure error={error} retry={lookAnew} />
  if (!whole) return <Skeleton active paragraph={{ rows: 2 }} />
  const others = Object.values(whole.totals).reduce((sum, count) => sum + count, 0)
  const unlisted = whole.totals.cannot + whole.totals.loses - worst.length
  return (
    <section className="publish-impact" aria-label={t('editing.impact')}>
      <h3>{t('editing.impact')}</h3>
      {others + whole.pending === 0 ? (
        <p className="quiet">{t('editing.impactNone')}</p>
      ) : (
        <>
          <p className="quiet">
            {whole.pending > 0
              ? t('moves.workingOut', { done: others, all: others + whole.pending })
              : t('editing.impactHint', { count: others })}
          </p>
          <ImpactKinds totals={whole.totals} />
          {worst.length > 0 && (
            <ul className="impact-worst">
              {worst.map(({ deal, owner, impact }) => (
                <li key={deal.id}>
                  <strong>{deal.name}</strong> <small className="quiet">{owner.name}</small>
                  <ImpactLines impact={impact} names={names} />
                </li>
              ))}
              {unlisted > 0 && <li className="quiet">{t('map.more', { count: unlisted })}</li>}
            </ul>
          )}
        </>
      )}
    </section>
  )
}
