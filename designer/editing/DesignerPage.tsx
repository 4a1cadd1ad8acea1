import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'
import { Designer } from './Designer.tsx'
import './palette.css'
import './inspector.css'
import './editing.css'

/** The stage designer of one segment. Its drawing is read once; from then on the screen is ahead of the server. */
export function DesignerPage() {
  const { t } = useTranslation()
  const { segmentId } = useParams({ from: '/frame/segments/$segmentId' })
  const [load, setLoad] = useState(0)
  const queries = useQueryClient()
  const { data: me } = useMe()
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments })
  const draft = useQuery({
    queryKey: ['draft', segmentId],
    queryFn: () => api.draft(segmentId),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const segment = segments.data?.items.find(({ id }) => id === segmentId)
  if (draft.error)
    return (
      <Page title={segment?.name ?? t('words.segment')}>
        <Failure error={draft.error} retry={draft.refetch} />
      </Page>
    )
  if (!draft.data || !me || draft.isFetching) return <Spin className="designer-loading" size="large" />

  async function reload() {
    await queries.resetQueries({ queryKey: ['draft', segmentId] })
    setLoad((count) => count + 1)
  }

  return (
    <Designer
      key={`${segmentId}:${load}`}
      segment={{ id: segmentId, name: segment?.name ?? draft.data.model.name }}
      draft={draft.data}
      mayDraw={me.role === 'ops' || me.role === 'admin'}
      reload={() => void reload()}
    />
  )
}
