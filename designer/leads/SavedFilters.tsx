import { CloseOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Condition, canonicalJson } from '#engine'
import type { SavedFilter, SegmentFunnel } from '../../api/leads/contract.ts'
import { AddByName } from '../editing/AddByName.tsx'
import { conditionSentence, type Telling } from '../map/condition-sentence.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { Panel } from '../ui/Panel.tsx'

type Props = {
  told: SegmentFunnel
  /** What the list is filtered by now, where the funnel was clicked among it. */
  filter: Condition | undefined
  telling: Telling
  mayRemove: (saved: SavedFilter) => boolean
  /** Nothing shows all leads again. */
  show: (filter: Condition | undefined) => void
}

/** Filters that were kept under a name, for all who work the segment. */
export function SavedFilters({ told, filter, telling, mayRemove, show }: Props) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const { segment, filters } = told
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['funnel', segment.id] })
  const keeping = useMutation({
    mutationFn: (name: string) => api.keepFilter(segment.id, { name, filter: filter ?? { all: [] } }),
    onSuccess,
  })
  const removing = useMutation({ mutationFn: (id: string) => api.removeFilter(segment.id, id), onSuccess })
  const shown = filter && canonicalJson(filter)
  const isShown = (saved: SavedFilter) => canonicalJson(saved.filter) === shown
  const error = keeping.error ?? removing.error
  return (
    <Panel title={t('leads.savedFilters')}>
      {filters.length > 0 ? (
        <ul className="saved-filters">
          {filters.map((saved) => (
            <li key={saved.id}>
              <button
                type="button"
                className="choice-button"
                aria-pressed={isShown(saved)}
                title={conditionSentence(saved.filter, telling)}
                onClick={() => show(isShown(saved) ? undefined : saved.filter)}
              >
                {saved.name}
                <small className="quiet">{saved.by.name}</small>
              </button>
              {mayRemove(saved) && (
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={t('editing.removeNamed', { name: saved.name })}
                  onClick={() => removing.mutate(saved.id)}
                />
              )}
            </li>
          ))}
        </ul>
      ) : (
        !filter && <p className="quiet saved-hint">{t('leads.savedNone')}</p>
      )}
      {filter && !filters.some(isShown) && (
        <div className="saved-keep">
          <AddByName label={t('leads.keepFilter')} add={(name) => keeping.mutate(name)} />
        </div>
      )}
      {error && <Alert type="error" showIcon title={sentence(error)} className="saved-keep" />}
    </Panel>
  )
}
