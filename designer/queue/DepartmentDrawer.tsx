import { useQuery } from '@tanstack/react-query'
import { Drawer, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Absences } from './Absences.tsx'
import './availability.css'
import { AvailabilityForm } from './AvailabilityForm.tsx'
import { useMyDepartments } from './use-my-departments.ts'

/** When a department works, how much its people can take, and who is away; the one that is looked at comes first. */
export function DepartmentDrawer({ department: first, close }: { department?: string | undefined; close: () => void }) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { departments: mine = [], error: unknown } = useMyDepartments()
  const [chosen, setChosen] = useState<string>()
  const department = chosen ?? first ?? mine[0]?.id
  const { data, error, refetch } = useQuery({
    queryKey: ['availability', department],
    queryFn: () => api.availability(department ?? ''),
    enabled: department !== undefined,
  })
  return (
    <Drawer open onClose={close} size="min(520px, 100vw)" title={t('queue.department.title')}>
      <div className="availability">
        <Select
          aria-label={t('words.department')}
          value={department}
          onChange={setChosen}
          options={mine.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {mine.length === 0 && !unknown && <p className="quiet">{t('queue.department.none')}</p>}
        {(error ?? unknown) && <Failure error={error ?? unknown} retry={refetch} />}
        {!data && !error && department && <Skeleton active paragraph={{ rows: 6 }} />}
        {data && (
          <AvailabilityForm key={data.department.id} availability={data} mayChange={me?.role !== 'resource-owner'} />
        )}
        {data && me && <Absences key={`${data.department.id} absences`} availability={data} me={me} />}
      </div>
    </Drawer>
  )
}
