import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LeadPromotion, PromotionRow } from '../../api/leads/promotion-contract.ts'
import { BatchProgress } from '../batches/BatchProgress.tsx'
import { api } from '../resources/resources.ts'
import { useRefused } from '../ui/use-refused.ts'

/** Rows that are told one by one; those that did not become deals come first. */
const shown = 100

/** How many leads have become deals so far, which did not and why; and a way to each deal. */
export function PromotionResult({ promotion: begun, segment }: { promotion: LeadPromotion; segment: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: promotion = begun } = useQuery({
    queryKey: ['lead-promotion', begun.id],
    queryFn: async () => {
      const promotion = await api.leadPromotion(begun.id)
      if (promotion.counts.pending === 0)
        for (const queryKey of [['leads', segment], ['funnel', segment], ['deals']])
          void queries.invalidateQueries({ queryKey })
      return promotion
    },
    refetchInterval: ({ state }) => (state.data?.counts.pending === 0 ? false : 700),
  })
  const { pending, done, refused, failed } = promotion.counts
  const isThrough = pending === 0
  const all = pending + done + refused + failed
  const rows = useQuery({
    queryKey: ['lead-promotion', begun.id, 'rows'],
    queryFn: async () => {
      const ask = (status: PromotionRow['status']) => api.promotionRows(begun.id, { status, pageSize: shown })
      const parts = await Promise.all([ask('refused'), ask('failed'), ask('done')])
      return parts.flatMap(({ items }) => items).slice(0, shown)
    },
    enabled: isThrough,
  })
  return (
    <div className="batch" aria-live="polite">
      <BatchProgress
        counts={promotion.counts}
        told={{
          done: t('leads.promoted', { count: done }),
          notDone: t('leads.notPromoted', { count: refused + failed }),
          working: `${t('leads.promotingLeft', { count: pending })} ${t('cohort.goesOn')}`,
        }}
      />
      <ul className="lead-outcomes">
        {rows.data?.map((row) => (
          <Outcome key={row.lead.id} row={row} />
        ))}
        {rows.data && all > rows.data.length && (
          <li className="quiet">{t('leads.refusedMore', { count: all - rows.data.length })}</li>
        )}
      </ul>
    </div>
  )
}

function Outcome({ row }: { row: PromotionRow }) {
  const { t } = useTranslation()
  const refused = useRefused()
  return (
    <li>
      {row.deal ? (
        <Link to="/deals/$dealId" params={{ dealId: row.deal }}>
          {t('leads.openDeal', { name: row.lead.name })}
        </Link>
      ) : (
        <>
          <strong>{row.lead.name}</strong> <span className="lead-not">{refused(row)}</span>
        </>
      )}
    </li>
  )
}
