import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { nobody, requestsOnly } from '../../api/work/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Choice } from '../ui/Choice.tsx'
import type { RequestsPlace } from './requests-place.ts'
import { useMyDepartments } from './use-my-departments.ts'

type Props = { place: RequestsPlace; go: (place: Partial<RequestsPlace>) => void }

/** Which requests to list. Of one department, everybody of it can be chosen. */
export function RequestFilters({ place, go }: Props) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { departments = [] } = useMyDepartments()
  const department = place.department ?? (departments.length === 1 ? departments[0]?.id : undefined)
  const { data: availability } = useQuery({
    queryKey: ['availability', department],
    queryFn: () => api.availability(department ?? ''),
    enabled: department !== undefined,
  })
  const colleagues = availability?.members.filter(({ id }) => id !== me?.id) ?? []
  const holders = [
    ...(me ? [{ id: me.id, name: t('queue.me') }] : []),
    { id: nobody, name: t('queue.nobody') },
    ...colleagues,
  ]
  const set = (part: Partial<RequestsPlace>) => {
    const { page: _, ...filters } = place
    go({ ...filters, ...part })
  }
  return (
    <search className="filters">
      <Segmented
        aria-label={t('queue.which')}
        value={place.status}
        onChange={(status) => go({ status, department: place.department, owner: place.owner })}
        options={(['open', 'closed'] as const).map((value) => ({ value, label: t(`queue.${value}`) }))}
      />
      {departments.length > 1 && (
        <Choice
          label={t('words.department')}
          value={place.department}
          items={departments}
          choose={(department) => set({ department, owner: undefined })}
        />
      )}
      <Choice label={t('queue.with')} value={place.owner} items={holders} choose={(owner) => set({ owner })} />
      {place.status === 'open' && (
        <Choice
          label={t('queue.onlySome')}
          value={place.only}
          items={requestsOnly.map((id) => ({ id, name: t(`queue.only.${id}`) }))}
          choose={(id) => set({ only: requestsOnly.find((only) => only === id) })}
        />
      )}
    </search>
  )
}
