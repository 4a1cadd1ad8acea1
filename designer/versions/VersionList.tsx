import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Version } from '../../api/models/contract.ts'
import type { RunningDeals } from '../../api/moves/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { Panel } from '../ui/Panel.tsx'
import type { Which } from './versions-place.ts'

type Props = {
  /** The segment whose deals can be moved; none for a base, on which none runs. */
  segment: string | undefined
  /** Newest first. */
  versions: Version[]
  deals: RunningDeals['items']
  shown: Which
  show: (which: Which) => void
  mayMove: boolean
}

/** The published versions, newest first, above them the drawing. Where deals run on others, they can be moved to one. */
export function VersionList({ segment, versions, deals, shown, show, mayMove }: Props) {
  const { t } = useTranslation()
  const all = deals.reduce((sum, one) => sum + one.deals, 0)
  const dealsOn = (number: number) => deals.find(({ version }) => version === number)?.deals ?? 0
  const choice = (which: Which, name: string) => (
    <button type="button" aria-pressed={shown === which} onClick={() => show(which)}>
      {name}
    </button>
  )
  return (
    <Panel title={t('versions.published')} count={versions.length}>
      <ol className="version-list">
        <li className={shown === 'drawing' ? 'is-shown' : ''}>
          {choice('drawing', t('versions.drawing'))}
          <small className="quiet">{t('versions.drawingHint')}</small>
        </li>
        {versions.map(({ number, publishedBy, publishedAt, note }) => (
          <li key={number} className={shown === number ? 'is-shown' : ''}>
            {choice(number, t('versions.number', { number }))}
            <small className="quiet">
              {publishedBy} · <Ago at={publishedAt} />
            </small>
            {note && <p>{note}</p>}
            {segment !== undefined && (
              <p className="version-deals">
                <span className={dealsOn(number) > 0 ? '' : 'quiet'}>
                  {t('versions.deals', { count: dealsOn(number) })}
                </span>
                {mayMove && dealsOn(number) < all && (
                  <Link
                    to="/segments/$segmentId/move/$version"
                    params={{ segmentId: segment, version: String(number) }}
                  >
                    {t('versions.moveHere', { count: all - dealsOn(number) })}
                  </Link>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
