import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { MovesPanel } from '../moves/MovesPanel.tsx'
import { api, type DrawingOwner } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import { Comparison } from './Comparison.tsx'
import { VersionList } from './VersionList.tsx'
import { drawingOf, versionsPlace } from './versions-place.ts'
import './versions.css'

/** A segment's versions: who published them and when, what each changed, and how many deals run on it. */
export function VersionsPage() {
  const { segmentId } = useParams({ from: '/frame/segments/$segmentId/versions' })
  const { data } = useQuery({ queryKey: ['segments'], queryFn: api.segments })
  return <Versions owner={{ kind: 'segment', id: segmentId }} name={nameIn(data, segmentId)} />
}

/** A base's versions. No deal runs on a base. */
export function BaseVersionsPage() {
  const { baseId } = useParams({ from: '/frame/base-models/$baseId/versions' })
  const { data } = useQuery({ queryKey: ['base-models'], queryFn: api.baseModels })
  return <Versions owner={{ kind: 'base-model', id: baseId }} name={nameIn(data, baseId)} />
}

const nameIn = (list: { items: { id: string; name: string }[] } | undefined, id: string) =>
  list?.items.find((one) => one.id === id)?.name

function Versions({ owner, name }: { owner: DrawingOwner; name: string | undefined }) {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(versionsPlace)
  const { data: me } = useMe()
  const segment = owner.kind === 'segment' ? owner.id : undefined
  const { data, error, refetch } = useQuery({ queryKey: ['versions', owner], queryFn: () => api.versions(owner) })
  const running = useQuery({
    queryKey: ['running-deals', segment],
    queryFn: () => api.runningDeals(segment ?? ''),
    enabled: segment !== undefined,
    refetchInterval: 15_000,
  })
  const mayMove = segment !== undefined && (me?.role === 'ops' || me?.role === 'admin')
  const versions = data?.items ?? []
  const shown = place.show ?? versions[0]?.number
  return (
    <Page
      wide
      title={t('versions.title')}
      hint={name}
      actions={<Link {...drawingOf(owner)}>{t('versions.toDrawing')}</Link>}
    >
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && versions.length === 0 && (
        <section className="panel">
          <Nothing title={t('versions.none')}>{t('versions.noneHint')}</Nothing>
        </section>
      )}
      {shown !== undefined && versions.length > 0 && (
        <div className="versions-room">
          <VersionList
            segment={segment}
            versions={versions}
            deals={running.data?.items ?? []}
            shown={shown}
            show={(show) => go({ show })}
            mayMove={mayMove}
          />
          <Comparison
            key={owner.id}
            owner={owner}
            versions={versions}
            shown={shown}
            since={place.since}
            compare={(since) => go({ show: shown, since })}
          />
          {mayMove && <MovesPanel segment={segment} />}
        </div>
      )}
    </Page>
  )
}
