import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ConditionEditor } from '../editing/conditions/ConditionEditor.tsx'
import type { Telling } from '../map/condition-sentence.ts'
import { api } from '../resources/resources.ts'
import type { LeadsPlace } from './leads-place.ts'

type Props = { segment: string; place: LeadsPlace; telling: Telling; go: (part: Partial<LeadsPlace>) => void }

/** Which leads are listed: of which segment, by a search, and by any condition over what is known of them. */
export function LeadFilters({ segment, place, telling, go }: Props) {
  const { t } = useTranslation()
  return (
    <search className="panel lead-filters">
      <div className="filters">
        <SegmentChoice segment={segment} />
        <Input.Search
          key={place.search ?? ''}
          allowClear
          className="filter-search"
          aria-label={t('leads.search')}
          placeholder={t('leads.search')}
          defaultValue={place.search ?? ''}
          onSearch={(search) => go({ search })}
        />
      </div>
      <div className="lead-filter">
        <ConditionEditor
          label={t('leads.filter')}
          value={place.filter}
          none={t('leads.filterNone')}
          telling={telling}
          change={(filter) => go({ filter })}
        />
        {place.filter && (
          <Button size="small" type="text" onClick={() => go({ filter: undefined })}>
            {t('leads.dropFilter')}
          </Button>
        )}
      </div>
    </search>
  )
}

/** Another mass segment, where there are several. */
function SegmentChoice({ segment }: { segment: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data } = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const funnels = data?.items.filter(({ mode }) => mode === 'funnel') ?? []
  if (funnels.length < 2) return null
  return (
    <Select
      aria-label={t('words.segment')}
      className="filter-choice"
      value={segment}
      options={funnels.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(segmentId) => void navigate({ to: '/segments/$segmentId/leads', params: { segmentId } })}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
    />
  )
}
