import { useQuery } from '@tanstack/react-query'
import { Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { api } from '../resources/resources.ts'
import type { previewPlace } from './preview-place.ts'
import { type Kind, kindsInOrder } from './selection.ts'

type Place = z.infer<typeof previewPlace>
type Props = { segment: string; version: number; place: Place; go: (place: Partial<Place>) => void }

/** Which deals of a preview to list. What is chosen stays chosen, whatever is listed. */
export function PreviewFilters({ segment, version, place, go }: Props) {
  const { t } = useTranslation()
  const running = useQuery({ queryKey: ['running-deals', segment], queryFn: () => api.runningDeals(segment) })
  const set = (part: Partial<Place>) => {
    const { page: _, ...filters } = place
    go({ ...filters, ...part })
  }
  const others = running.data?.items.filter((one) => one.version !== version) ?? []
  return (
    <search className="filters">
      <Input.Search
        allowClear
        className="filter-search"
        aria-label={t('moves.search')}
        placeholder={t('moves.search')}
        defaultValue={place.search ?? ''}
        onSearch={(search) => set({ search })}
      />
      <Segmented<Kind | 'all'>
        aria-label={t('moves.effect')}
        value={place.kind ?? 'all'}
        onChange={(kind) => set({ kind: kind === 'all' ? undefined : kind })}
        options={(['all', ...kindsInOrder] as const).map((value) => ({ value, label: t(`moves.show.${value}`) }))}
      />
      {others.length > 1 && (
        <Select
          allowClear
          className="filter-choice"
          aria-label={t('moves.runsOn')}
          placeholder={t('moves.runsOn')}
          value={place.from}
          onChange={(from: number | undefined) => set({ from })}
          options={others.map((one) => ({
            value: one.version,
            label: t('moves.versionDeals', { number: one.version, count: one.deals }),
          }))}
        />
      )}
    </search>
  )
}
