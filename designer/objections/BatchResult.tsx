import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch, BatchRow } from '../../api/batches/contract.ts'
import { api } from '../resources/resources.ts'
import { Tone } from '../ui/Tone.tsx'

/** How a change of many deals goes, and which of them did not take it, and why. */
export function BatchResult({ batch: begun }: { batch: Batch }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: batch = begun } = useQuery({
    queryKey: ['batch', begun.id],
    queryFn: async () => {
      const batch = await api.batch(begun.id)
      if (batch.counts.pending === 0) void queries.invalidateQueries({ queryKey: ['objections'] })
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
      <Progress percent={Math.round(((all - pending) / all) * 100)} showInfo={false} />
      {isThrough ? (
        <p>
          <Tone tone="good">{t('objections.done', { count: done })}</Tone>
          {refused + failed > 0 && <Tone tone="bad">{t('objections.notDone', { count: refused + failed })}</Tone>}
        </p>
      ) : (
        <p className="quiet">
          {t('objections.working', { count: pending })} {t('objections.goesOn')}
        </p>
      )}
      <ul className="cards">
        {rows.data?.items
          .filter(({ status }) => status !== 'done')
          .map((row) => (
            <NotTaken key={`${row.deal.id} ${row.target.id}`} row={row} />
          ))}
      </ul>
    </div>
  )
}

function NotTaken({ row }: { row: BatchRow }) {
  const { t } = useTranslation()
  return (
    <li>
      <Link to="/deals/$dealId" params={{ dealId: row.deal.id }} className="row-link">
        {row.deal.name}
      </Link>
      <p className="quiet">“{row.target.name}”</p>
      <p>{row.code ? t(`problems.${row.code}`) : row.reason}</p>
    </li>
  )
}
