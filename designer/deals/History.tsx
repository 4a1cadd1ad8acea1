import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { useDealView } from './deal-view.ts'
import { HistoryEntry } from './HistoryEntry.tsx'
import './history.css'

const entriesAtOnce = 12

/** What happened to this deal, newest first. */
export function History() {
  const { t } = useTranslation()
  const { page } = useDealView()
  const [all, setAll] = useState(false)
  const { dealId, seq } = page.state
  const { data, error, refetch } = useQuery({
    queryKey: ['history', dealId, seq],
    queryFn: () => api.history(dealId),
    placeholderData: (before) => before,
  })
  if (error) return <Failure error={error} retry={refetch} />
  if (!data) return <Skeleton active className="titled-body" />
  const shown = all ? data.items : data.items.slice(0, entriesAtOnce)
  return (
    <>
      <ol className="history">
        {shown.map((entry) => (
          <HistoryEntry key={entry.seq} entry={entry} people={data.people} />
        ))}
      </ol>
      {shown.length < data.items.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('deals.history.more', { count: data.items.length - shown.length })}
        </Button>
      )}
    </>
  )
}
