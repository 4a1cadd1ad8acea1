import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { objectionShown } from '../../api/objections/contract.ts'
import { StageChoice } from '../deals/StageChoice.tsx'
import { api } from '../resources/resources.ts'
import { Choice } from '../ui/Choice.tsx'
import { type ObjectionsPlace, standingStatuses } from './objections-place.ts'

type Props = { place: ObjectionsPlace; go: (place: Partial<ObjectionsPlace>) => void }

/** Which objections to list. Types are chosen among the counts. */
export function ObjectionFilters({ place, go }: Props) {
  const { t } = useTranslation()
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const users = useQuery({ queryKey: ['users'], queryFn: api.users, staleTime: 60_000 })
  const sellers = users.data?.items.filter(({ role }) => role === 'rep' || role === 'manager')
  const statuses = standingStatuses.map((id) => ({ id, name: t(`words.objectionStatus.${id}`) }))
  const set = (part: Partial<ObjectionsPlace>) => {
    const { page: _, ...filters } = place
    go({ ...filters, ...part })
  }
  return (
    <search className="filters">
      <Segmented
        aria-label={t('objections.shown')}
        value={place.show}
        onChange={(show) => set(show === 'crossed' ? { show, status: undefined } : { show })}
        options={objectionShown.map((value) => ({ value, label: t(`objections.show.${value}`) }))}
      />
      <Choice
        label={t('words.segment')}
        value={place.segment}
        items={segments.data?.items}
        choose={(segment) => set({ segment, type: '', stage: '' })}
      />
      <StageChoice segment={place.segment} value={place.stage} choose={(stage) => set({ stage })} />
      {place.show !== 'crossed' && (
        <Choice
          label={t('objections.status')}
          value={place.status}
          items={statuses}
          choose={(id) => set({ status: standingStatuses.find((status) => status === id) })}
        />
      )}
      <Choice
        label={t('objections.answersFor')}
        value={place.owner}
        items={sellers}
        choose={(owner) => set({ owner })}
      />
    </search>
  )
}
