import { Link, useParams } from '@tanstack/react-router'
import { Button, Checkbox, Progress, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactList } from '../../api/moves/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import { useDrawingOf } from '../versions/use-drawing-of.ts'
import { ImpactKinds } from './ImpactKinds.tsx'
import { ImpactTable } from './ImpactTable.tsx'
import { PreviewFilters } from './PreviewFilters.tsx'
import { previewPlace } from './preview-place.ts'
import { StartMove } from './StartMove.tsx'
import { chosenOf, everything, harmless, isMovable, type Kind, withKind } from './selection.ts'
import { useImpact } from './use-impact.ts'
import { useNames } from './use-names.ts'
import './moves.css'

const pageSize = 50

/** What moving running deals to a version would do to each, before any is moved; and which of them are moved. */
export function MovePreviewPage() {
  const { t } = useTranslation()
  const { segmentId, version: number } = useParams({ from: '/frame/segments/$segmentId/move/$version' })
  const version = Number(number)
  const { place, go } = usePlaceInList(previewPlace)
  const [selection, select] = useState(place.deal ? everything : harmless)
  const target = useDrawingOf({ kind: 'segment', id: segmentId }, version)
  const impact = useImpact(['impact', segmentId, version], (query) => api.impact(segmentId, version, query), {
    ...place,
    pageSize,
  })
  const { whole, asOf, page } = impact
  const rows = page?.items ?? []
  const names = useNames(
    segmentId,
    rows.map((row) => row.version),
    target.data,
  )
  const failure = target.error ?? impact.error
  const all = whole ? Object.values(whole.totals).reduce((sum, count) => sum + count, 0) : 0
  const changed = rows.some((row) => row.changed)
  const lookAnew = () => {
    // A deal that was chosen by hand may lose something by now.
    select(({ kinds }) => ({ kinds, otherwise: new Map() }))
    void impact.lookAnew()
  }
  return (
    <Page
      title={t('moves.title', { version })}
      hint={t('moves.hint')}
      actions={
        <Link to="/segments/$segmentId/versions" params={{ segmentId }}>
          {t('moves.toVersions')}
        </Link>
      }
    >
      {failure && <Failure error={failure} retry={lookAnew} />}
      {!whole && !failure && <Skeleton active paragraph={{ rows: 8 }} />}
      {whole && whole.pending > 0 && <WorkingOut done={all} pending={whole.pending} />}
      {whole && whole.pending === 0 && all === 0 && (
        <section className="panel">
          <Nothing title={t('moves.nothing')}>{t('moves.nothingHint', { count: whole.already, version })}</Nothing>
        </section>
      )}
      {whole && all > 0 && (
        <>
          <ImpactKinds
            totals={whole.totals}
            below={(kind) => (
              <KindChoice
                kind={kind}
                totals={whole.totals}
                chosen={isMovable(kind) ? chosenOf(selection, whole.totals, kind) : 0}
                choose={(chosen) => isMovable(kind) && select(withKind(selection, kind, chosen))}
              />
            )}
          />
          {place.deal === undefined && <PreviewFilters segment={segmentId} version={version} place={place} go={go} />}
          {changed && (
            <p className="preview-changed">
              {t('moves.changedHint')}
              <Button size="small" onClick={lookAnew}>
                {t('moves.lookAnew')}
              </Button>
            </p>
          )}
          {page && (
            <div className="panel">
              {page.total === 0 ? (
                <Nothing title={t('moves.noneFound')} />
              ) : (
                <ImpactTable rows={rows} names={names} selection={selection} select={select} />
              )}
            </div>
          )}
          <Pages page={place.page} size={pageSize} total={page?.total ?? 0} show={(to) => go({ ...place, page: to })} />
          {asOf && (
            <StartMove
              key={asOf}
              segment={segmentId}
              preview={{ version, asOf, deal: place.deal }}
              totals={whole.totals}
              selection={selection}
            />
          )}
        </>
      )}
    </Page>
  )
}

/** Thousands of deals take a while; what is known so far is told. */
function WorkingOut({ done, pending }: { done: number; pending: number }) {
  const { t } = useTranslation()
  return (
    <section className="panel working-out" role="status">
      <p>{t('moves.workingOut', { done, all: done + pending })}</p>
      <Progress
        percent={Math.round((100 * done) / (done + pending))}
        showInfo={false}
        aria-label={t('words.progress')}
      />
    </section>
  )
}

type KindProps = { kind: Kind; totals: ImpactList['totals']; chosen: number; choose: (chosen: boolean) => void }

function KindChoice({ kind, totals, chosen, choose }: KindProps) {
  const { t } = useTranslation()
  if (kind === 'cannot') return <dd className="quiet">{t('moves.kindHint.cannot')}</dd>
  return (
    <>
      <dd className="quiet">{t(`moves.kindHint.${kind}`)}</dd>
      {totals[kind] > 0 && (
        <dd>
          <Checkbox
            checked={chosen === totals[kind]}
            indeterminate={chosen > 0 && chosen < totals[kind]}
            onChange={({ target }) => choose(target.checked)}
          >
            {t('moves.moveThese', { count: chosen, all: totals[kind] })}
          </Checkbox>
        </dd>
      )}
    </>
  )
}
