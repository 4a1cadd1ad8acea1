import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'

/** The way to leads for those who name no segment: to the first that is worked as a funnel. */
export function AnyLeads() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { data, error, refetch } = useQuery({ queryKey: ['segments'], queryFn: api.segments })
  const first = data?.items.find(({ mode }) => mode === 'funnel')
  if (first) return <Navigate to="/segments/$segmentId/leads" params={{ segmentId: first.id }} replace />
  const mayMake = me?.role === 'ops' || me?.role === 'admin'
  return (
    <Page title={t('leads.title')}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && (
        <section className="panel">
          <Nothing title={t('leads.noFunnel')}>{t(mayMake ? 'leads.noFunnelMaker' : 'leads.noFunnelHint')}</Nothing>
        </section>
      )}
    </Page>
  )
}
