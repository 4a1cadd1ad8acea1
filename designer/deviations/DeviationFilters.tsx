import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { deviationKinds } from '../../api/deviations/contract.ts'
import { api } from '../resources/resources.ts'
import { Choice } from '../ui/Choice.tsx'
import { type DeviationsPlace, periods } from './deviations-place.ts'

type Props = {
  place: DeviationsPlace
  go: (place: Partial<DeviationsPlace>) => void
  people: { id: string; name: string }[]
}

/** Which deviations to list. Stages are chosen among the counts. */
export function DeviationFilters({ place, go, people }: Props) {
  const { t } = useTranslation()
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const set = (part: Partial<DeviationsPlace>) => {
    const { page: _, ...filters } = place
    go({ ...filters, ...part })
  }
  const kinds = deviationKinds.map((id) => ({ id, name: t(`words.deviationKind.${id}`) }))
  return (
    <search className="filters">
      <Segmented
        aria-label={t('deviations.sinceLabel')}
        value={place.days}
        onChange={(days) => set({ days })}
        options={periods.map((value) => ({ value, label: t(`deviations.since.${value}`) }))}
      />
      <Choice
        label={t('words.segment')}
        value={place.segment}
        items={segments.data?.items}
        choose={(segment) => set({ segment, stage: '' })}
      />
      <Choice
        label={t('deviations.kindOf')}
        value={place.kind}
        items={kinds}
        choose={(id) => set({ kind: deviationKinds.find((kind) => kind === id) })}
      />
      <Choice label={t('deviations.who')} value={place.by} items={people} choose={(by) => set({ by })} />
    </search>
  )
}
