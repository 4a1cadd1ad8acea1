import { useQuery } from '@tanstack/react-query'
import { Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Choice } from '../ui/Choice.tsx'
import type { DealsPlace } from './deals-place.ts'
import { StageChoice } from './StageChoice.tsx'

type Props = {
  place: DealsPlace
  go: (place: Partial<DealsPlace>) => void
  showOwner: boolean
  /** Where only open deals are asked for. */
  openOnly?: boolean
}

/** Which deals to list. */
export function DealFilters({ place, go, showOwner, openOnly = false }: Props) {
  const { t } = useTranslation()
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const users = useQuery({ queryKey: ['users'], queryFn: api.users, enabled: showOwner, staleTime: 60_000 })
  const set = (part: Partial<DealsPlace>) => {
    const { page: _, ...filters } = place
    go({ ...filters, ...part })
  }
  return (
    <search className="filters">
      <Input.Search
        allowClear
        key={place.search ?? ''}
        className="filter-search"
        aria-label={t('deals.list.search')}
        placeholder={t('deals.list.search')}
        defaultValue={place.search ?? ''}
        onSearch={(search) => set({ search })}
      />
      {!openOnly && (
        <Segmented
          aria-label={t('deals.list.status')}
          value={place.status ?? 'open'}
          onChange={(status) => set({ status })}
          options={(['open', 'closed', 'all'] as const).map((value) => ({
            value,
            label: value === 'all' ? t('deals.list.all') : t(`words.dealStatus.${value}`),
          }))}
        />
      )}
      <Choice
        label={t('words.segment')}
        value={place.segment}
        items={segments.data?.items}
        choose={(segment) => set({ segment, stage: '' })}
      />
      <StageChoice segment={place.segment} value={place.stage} choose={(stage) => set({ stage })} />
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
