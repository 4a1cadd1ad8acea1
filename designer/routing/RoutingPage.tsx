import { useQuery } from '@tanstack/react-query'
import { Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { ProcessOwners } from './ProcessOwners.tsx'
import { RoutingForm } from './RoutingForm.tsx'
import './routing.css'

/** Who gets a department's requests, who may take what, and who stands above. */
export function RoutingPage() {
  const { t } = useTranslation()
  const departments = useQuery({ queryKey: ['departments'], queryFn: api.departments })
  const [chosen, setChosen] = useState<string>()
  const items = departments.data?.items ?? []
  const department = chosen ?? items[0]?.id
  const { data, error, refetch } = useQuery({
    queryKey: ['routing', department],
    queryFn: () => api.routing(department ?? ''),
    enabled: department !== undefined,
  })
  const failure = departments.error ?? error
  return (
    <Page title={t('routing.title')} hint={t('routing.hint')}>
      <div className="filters">
        <Select
          className="filter-search"
          aria-label={t('words.department')}
          value={department ?? null}
          onChange={setChosen}
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      {failure && <Failure error={failure} retry={departments.error ? departments.refetch : refetch} />}
      {departments.data && items.length === 0 && (
        <section className="panel">
          <Nothing title={t('routing.noDepartment')}>{t('routing.noDepartmentHint')}</Nothing>
        </section>
      )}
      {!failure && !data && department && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && <RoutingForm key={`${data.department.id} ${data.revision}`} stored={data} />}
      <ProcessOwners />
    </Page>
  )
}
