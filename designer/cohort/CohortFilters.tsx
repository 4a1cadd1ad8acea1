import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { stuckKinds } from '../../api/cohorts/contract.ts'
import { api } from '../resources/resources.ts'
import { Choice } from '../ui/Choice.tsx'
import { type CohortPlace, stands } from './cohort-place.ts'

type Props = { place: CohortPlace; go: (part: Partial<CohortPlace>) => void }

/** Which deals are shown. Stages are chosen among the tiles. */
export function CohortFilters({ place, go }: Props) {
  const { t } = useTranslation()
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const users = useQuery({ queryKey: ['users'], queryFn: api.users, staleTime: 60_000 })
  const sellers = users.data?.items.filter(({ role }) => role === 'rep' || role === 'manager')
  return (
    <search className="filters">
      <Choice
        label={t('words.segment')}
        value={place.segment}
        items={segments.data?.items}
        choose={(segment) => go({ segment, stage: '' })}
      />
      <Choice label={t('cohort.seller')} value={place.seller} items={sellers} choose={(seller) => go({ seller })} />
      <Choice
        label={t('cohort.stuck')}
        value={place.stuck}
        items={stuckKinds.map((id) => ({ id, name: t(`cohort.stuckBy.${id}`) }))}
        choose={(id) => go({ stuck: stuckKinds.find((kind) => kind === id) })}
      />
      <Segmented
        aria-label={t('cohort.standing')}
        value={place.days}
        onChange={(days) => go({ days })}
        options={stands.map((value) => ({ value, label: t(`cohort.stands.${value}`) }))}
      />
    </search>
  )
}
