import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch, BatchRow } from '../../api/batches/contract.ts'
import { ReasonField } from '../deals/ReasonField.tsx'
import { StepForm } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'
import { useRefused } from '../ui/use-refused.ts'
import { BatchProgress } from './BatchProgress.tsx'

/** `words` are the room's own for what is done; `stale` is what has to be read anew once it is through. */
type Props = { batch: Batch; words: 'objections' | 'cohort' | 'undoing' | 'shifting'; stale: QueryKey }

/** How a change of many deals goes, which of them did not take it and why; and how it is taken back, where it can be. */
export function BatchResult({ batch: begun, words, stale }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: batch = begun } = useQuery({
    queryKey: ['batch', begun.id],
    queryFn: async () => {
      const batch = await api.batch(begun.id)
      if (batch.counts.pending === 0) void queries.invalidateQueries({ queryKey: stale })
      return batch
    },
    refetchInterval: ({ state }) => (state.data?.counts.pending === 0 ? false : 700),
  })
  const { pending, done, refused, failed } = batch.counts
  const isThrough = pending === 0
  const all = pending + done + refused + failed
  const rows = useQuery({
    queryKey: ['batch', begun.id, 'rows'],
    queryFn: () => api.batchRows(begun.id, { pageSize: 200 }),
    enabled: isThrough && refused + failed > 0,
  })
  return (
    <div className="batch" aria-live="polite">
      <BatchProgress
        counts={batch.counts}
        told={{
          done: t(`${words}.done`, { count: done }),
          notDone: t(`${words}.notDone`, { count: refused + failed }),
          working: `${t(`${words}.working`, { count: pending })} ${t(`${words}.goesOn`)}`,
        }}
      />
      <ul className="cards">
        {rows.data?.items
          .filter(({ status }) => status !== 'done')
          .map((row) => (
            <NotTaken key={`${row.deal.id} ${row.target.id}`} row={row} />
          ))}
      </ul>
      {batch.undoable && done > 0 && <TakeBack batch={batch} stale={stale} />}
    </div>
  )
}

function NotTaken({ row }: { row: BatchRow }) {
  const refused = useRefused()
  return (
    <li>
      <Link to="/deals/$dealId" params={{ dealId: row.deal.id }} className="row-link">
        {row.deal.name}
      </Link>
      {row.target.name && <p className="quiet">“{row.target.name}”</p>}
      <p>{refused(row)}</p>
    </li>
  )
}

/** Takes back what a batch did; what comes of that is a result like any other. */
function TakeBack({ batch, stale }: { batch: Batch; stale: QueryKey }) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const attempt = useAttempt()
  const undo = useMutation({
    mutationFn: (body: { reason: string }) => api.undoBatch(batch.id, body, attempt.keyFor(body)),
    onSuccess: attempt.done,
  })
  if (undo.data) return <BatchResult batch={undo.data} words="undoing" stale={stale} />
  if (!isAsked)
    return (
      <Button size="middle" onClick={() => setAsked(true)}>
        {t('undoing.ask')}
      </Button>
    )
  return (
    <StepForm<{ reason: string }>
      submit={t('undoing.ask')}
      busy={undo.isPending}
      error={undo.error}
      send={(body) => undo.mutate(body)}
      cancel={() => setAsked(false)}
    >
      <p className="quiet">{t('undoing.hint')}</p>
      <ReasonField autoFocus />
    </StepForm>
  )
}
