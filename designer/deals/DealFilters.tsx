import { useQuery } from '@tanstack/react-query'
import { Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Choice } from '../ui/Choice.tsx'
import type { DealsPlace } from './deals-place.ts'

type Props = { place: DealsPlace; go: (place: Partial<DealsPlace>) => void; showOwner: boolean }

/** Which deals to list. Stages are those of the segment's newest model. */
export function DealFilters({ place, go, showOwner }: Props) {
  const { t } = useTranslation()
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const segment = segments.data?.items.find(({ id }) => id === place.segment)
  const version = segment?.publishedVersion
  const model = useQuery({
    queryKey: ['version', segment?.id, version],
    queryFn: () => api.version({ kind: 'segment', id: segment?.id ?? '' }, version ?? 0),
    enabled: segment !== undefined && typeof version === 'number',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const users = useQuery({ queryKey: ['users'], queryFn: api.users, enabled: showOwner, staleTime: 60_000 })
  const set = (part: Partial<DealsPlace>) => {
    const { page: _, ...filters } = place
    go({ ...filters, ...part })
  }
  return (
    <search className="filters">
      <Input.Search
        allowClear
        className="filter-search"
        aria-label={t('deals.list.search')}
        placeholder={t('deals.list.search')}
        defaultValue={place.search ?? ''}
        onSearch={(search) => set({ search })}
      />
      <Segmented
        aria-label={t('deals.list.status')}
        value={place.status ?? 'open'}
        onChange={(status) => set({ status })}
        options={(['open', 'closed', 'all'] as const).map((value) => ({
          value,
          label: value === 'all' ? t('deals.list.all') : t(`words.dealStatus.${value}`),
        }))}
      />
      <Choice
        label={t('words.segment')}
        value={place.segment}
        items={segments.data?.items}
        choose={(segment) => set({ segment, stage: '' })}
      />
      {model.data && (
        <Choice
          label={t('words.stage')}
          value={place.stage}
          items={model.data.model.stages}
          choose={(stage) => set({ stage })}
        />
      )}
      {showOwner && (
        <Choice
          label={t('words.owner')}
          value={place.owner}
          items={users.data?.items}
          choose={(owner) => set({ owner })}
        />
      )}
    </search>
  )
}
