import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DealRow } from '../../api/deals/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { DealOutcome } from './DealOutcome.tsx'

/** Deals, one a line, with every stage where each stands. */
export function DealsTable({ deals, showOwner }: { deals: DealRow[]; showOwner: boolean }) {
  const { t } = useTranslation()
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>{t('words.deal')}</th>
          <th>{t('words.account')}</th>
          <th>{t('words.segment')}</th>
          <th>{t('deals.standsAt')}</th>
          <th className="number">{t('words.effort')}</th>
          <th className="number">{t('deals.list.openTasks')}</th>
          {showOwner && <th className="number">{t('support.hours.title')}</th>}
          {showOwner && <th>{t('words.owner')}</th>}
          <th>{t('deals.openedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <tr key={deal.id}>
            <td>
              <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="row-link">
                {deal.name}
              </Link>
            </td>
            <td data-name={t('words.account')}>{deal.account ?? <span className="quiet">—</span>}</td>
            <td data-name={t('words.segment')} className="quiet">
              {deal.segment.name}
            </td>
            <td data-name={t('deals.standsAt')}>
              {deal.status === 'open' && deal.freeForm ? (
                <span className="quiet">{t('deals.free.noModel')}</span>
              ) : deal.status === 'open' ? (
                deal.openStages.map(({ id, name }) => (
                  <span key={id} className="stage-mark">
                    {name}
                  </span>
                ))
              ) : (
                <DealOutcome outcome={deal.outcome} />
              )}
            </td>
            <td className="number" data-name={t('words.effort')}>
              {deal.effort}
            </td>
            <td className="number" data-name={t('deals.list.openTasks')}>
              {deal.openTasks}
            </td>
            {showOwner && (
              <td className="number" data-name={t('support.hours.title')}>
                {deal.supportHours || <span className="quiet">—</span>}
              </td>
            )}
            {showOwner && <td data-name={t('words.owner')}>{deal.owner.name}</td>}
            <td data-name={t('deals.openedAt')}>
              <Ago at={deal.openedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
