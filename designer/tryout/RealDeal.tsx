import { useMutation, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import type { PlayedSteps } from './use-play.ts'

/** Plays what a deal of the segment did, on the drawing as it is now. */
export function RealDeal({ segment, begin }: { segment: string; begin: (played: PlayedSteps) => void }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const [search, setSearch] = useState('')
  const deals = useQuery({
    queryKey: ['plays', segment, search],
    queryFn: () => api.playableDeals(segment, { search }),
    placeholderData: (before) => before,
  })
  const record = useMutation({ mutationFn: (deal: string) => api.playOfDeal(segment, deal), onSuccess: begin })
  return (
    <div className="tryout-real">
      <Select
        className="tryout-fact"
        size="small"
        aria-label={t('tryout.scenarios.record')}
        placeholder={t('tryout.scenarios.record')}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        value={record.variables ?? null}
        loading={deals.isFetching || record.isPending}
        onChange={(deal: string) => record.mutate(deal)}
        options={deals.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
      {record.data && record.data.left > 0 && (
        <small className="quiet">{t('tryout.scenarios.left', { count: record.data.left })}</small>
      )}
      {(deals.error ?? record.error) && <small className="bad">{sentence(deals.error ?? record.error)}</small>}
    </div>
  )
}
