import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Segment } from '../../api/segments/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'
import { NewSegment } from './NewSegment.tsx'
import './segments.css'

/** The segments, and where a new one begins. */
export function SegmentsPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: ['segments'], queryFn: api.segments })
  const { data: me } = useMe()
  const [creating, setCreating] = useState(false)
  const mayDraw = me?.role === 'ops' || me?.role === 'admin'
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('segments.new')}
    </Button>
  )
  return (
    <Page title={t('segments.title')} hint={t('segments.hint')} actions={mayDraw && create}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 4 }} />}
      {data?.items.length === 0 && (
        <section className="panel segments-empty">
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={
              <>
                <h2>{t('segments.empty')}</h2>
                <p className="quiet">{t(mayDraw ? 'segments.emptyHint' : 'segments.emptyReader')}</p>
              </>
            }
          >
            {mayDraw && create}
          </Empty>
        </section>
      )}
      <ul className="segments">
        {data?.items.map((segment) => (
          <li key={segment.id}>
            <SegmentCard segment={segment} />
          </li>
        ))}
      </ul>
      <NewSegment open={creating} close={() => setCreating(false)} />
    </Page>
  )
}

function SegmentCard({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const { id, name, mode, publishedVersion, restsOn, deals } = segment
  const state =
    mode === 'funnel'
      ? t('segments.noModel')
      : publishedVersion === null
        ? t('segments.unpublished')
        : t('segments.version', { number: publishedVersion })
  const card = (
    <>
      <span className="segment-mode">{t(`segments.mode.${mode}`)}</span>
      <strong>{name}</strong>
      <span className="segment-facts">
        <span className={mode === 'process' && publishedVersion === null ? 'segment-draft' : ''}>{state}</span>
        <span>{t('segments.deals', { count: deals })}</span>
      </span>
      {restsOn && <span className="segment-base">{t('segments.restsOn', restsOn)}</span>}
      {restsOn && restsOn.newest > restsOn.version && (
        <span className="segment-base is-behind">{t('overlay.isBehind', { version: restsOn.newest })}</span>
      )}
    </>
  )
  return (
    <Link
      to={mode === 'funnel' ? '/segments/$segmentId/leads' : '/segments/$segmentId'}
      params={{ segmentId: id }}
      className="segment panel"
      aria-label={t(mode === 'funnel' ? 'segments.openLeads' : 'segments.open', { name })}
    >
      {card}
    </Link>
  )
}
