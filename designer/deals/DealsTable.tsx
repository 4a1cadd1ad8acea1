import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DealRow } from '../../api/deals/contract.ts'
import { KeyAccountMark } from '../key-accounts/KeyAccountMark.tsx'
import { Ago } from '../ui/Ago.tsx'
import { SortedHeading } from '../ui/SortedHeading.tsx'
import { DealOutcome } from './DealOutcome.tsx'
import { type DealsPlace, sortOf } from './deals-place.ts'

type Props = {
  deals: DealRow[]
  showOwner: boolean
  place: DealsPlace
  go: (place: Partial<DealsPlace>) => void
}

/** Deals, one a line, with every stage where each stands. */
export function DealsTable({ deals, showOwner, place, go }: Props) {
  const { t } = useTranslation()
  const heading = (by: NonNullable<DealsPlace['order']>, label: string, className = '') => (
    <SortedHeading
      label={label}
      by={by}
      className={className}
      sorted={sortOf(place)}
      sort={(sorted) => go({ ...place, page: 1, ...sorted })}
    />
  )
  return (
    <table className="dense">
      <thead>
        <tr>
          {heading('name', t('words.deal'))}
          <th>{t('words.account')}</th>
          <th>{t('words.segment')}</th>
          <th>{t('deals.standsAt')}</th>
          {heading('effort', t('words.effort'), 'number')}
          <th className="number">{t('deals.list.openTasks')}</th>
          {showOwner && <th className="number">{t('support.hours.title')}</th>}
          {showOwner && <th>{t('words.owner')}</th>}
          {heading('opened', t('deals.openedAt'))}
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
            <td data-name={t('words.account')}>
              {deal.account ?? <span className="quiet">—</span>} {deal.keyAccount && <KeyAccountMark />}
            </td>
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
