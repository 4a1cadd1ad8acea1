import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BaseModel } from '../../api/base-models/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'
import { NewBaseModel } from './NewBaseModel.tsx'
import { SegmentOnBase } from './SegmentOnBase.tsx'
import './base-models.css'

/** What segments have in common: the bases, and which segments rest on each. */
export function BaseModelsPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: ['base-models'], queryFn: api.baseModels })
  const { data: me } = useMe()
  const [creating, setCreating] = useState(false)
  const mayDraw = me?.role === 'ops' || me?.role === 'admin'
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('baseModels.new')}
    </Button>
  )
  return (
    <Page title={t('baseModels.title')} hint={t('baseModels.hint')} actions={mayDraw && create}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 4 }} />}
      {data?.items.length === 0 && (
        <section className="panel base-models-empty">
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={
              <>
                <h2>{t('baseModels.empty')}</h2>
                <p className="quiet">{t('baseModels.emptyHint')}</p>
              </>
            }
          >
            {mayDraw && create}
          </Empty>
        </section>
      )}
      <ul className="base-models">
        {data?.items.map((base) => (
          <li key={base.id}>
            <BaseModelCard base={base} mayDraw={mayDraw} />
          </li>
        ))}
      </ul>
      <NewBaseModel open={creating} close={() => setCreating(false)} />
    </Page>
  )
}

function BaseModelCard({ base, mayDraw }: { base: BaseModel; mayDraw: boolean }) {
  const { t } = useTranslation()
  const { id, name, publishedVersion, segments } = base
  return (
    <article className="panel base-model">
      <Link
        to="/base-models/$baseId"
        params={{ baseId: id }}
        className="base-model-name"
        aria-label={t('baseModels.open', { name })}
      >
        {name}
      </Link>
      <small className={publishedVersion === null ? 'base-model-draft' : 'quiet'}>
        {publishedVersion === null ? t('segments.unpublished') : t('segments.version', { number: publishedVersion })}
      </small>
      <h3>{t('baseModels.restingOnIt')}</h3>
      {segments.length === 0 && <p className="quiet">{t('baseModels.none')}</p>}
      <ul>
        {segments.map((segment) => (
          <SegmentOnBase key={segment.id} segment={segment} newest={publishedVersion} mayDraw={mayDraw} />
        ))}
      </ul>
    </article>
  )
}
