import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeSentence } from '../map/use-change-sentence.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'

/** What a deal changed of its model, in sentences; asked for once it is unfolded. */
export function WhatChanged({ dealId, id }: { dealId: string; id: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const tell = useChangeSentence()
  const { data, error, refetch } = useQuery({
    queryKey: ['adapted', dealId, id],
    queryFn: () => api.adaptedModel(dealId, id),
    enabled: isOpen,
  })
  return (
    <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('deviations.showChanges')}</summary>
      {error && <Failure error={error} retry={refetch} />}
      {isOpen && !data && !error && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {data?.changes.map((change) => (
        <p key={`${change.kind} ${change.place.kind} ${change.place.id}`} className="quiet">
          {tell(change, { before: data.model, after: data.model })}
        </p>
      ))}
    </details>
  )
}
