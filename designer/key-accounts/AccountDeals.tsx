import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CohortDeal } from '../../api/cohorts/contract.ts'
import type { DealRow } from '../../api/deals/contract.ts'
import '../cohort/cohort.css'
import { WhatHolds } from '../cohort/WhatHolds.tsx'
import { DealOutcome } from '../deals/DealOutcome.tsx'
import { Ago } from '../ui/Ago.tsx'
import { Tone } from '../ui/Tone.tsx'

/** All deals of an account: whose, where each stands since when, and what holds it there. */
export function AccountDeals({ deals, standing }: { deals: DealRow[]; standing: CohortDeal[] }) {
  const { t } = useTranslation()
  if (deals.length === 0) return <p className="titled-body quiet">{t('keyAccounts.noDeal')}</p>
  return (
    <table className="dense cohort">
      <thead>
        <tr>
          <th>{t('words.deal')}</th>
          <th>{t('cohort.seller')}</th>
          <th>{t('deals.standsAt')}</th>
          <th>{t('cohort.holds')}</th>
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => {
          const stands = standing.filter((one) => one.deal.id === deal.id)
          return (
            <tr key={deal.id}>
              <td>
                <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="row-link">
                  {deal.name}
                </Link>
                <small className="quiet">{deal.segment.name}</small>
              </td>
              <td data-name={t('cohort.seller')}>{deal.owner.name}</td>
              <td data-name={t('deals.standsAt')}>
                {deal.status === 'closed' && <DealOutcome outcome={deal.outcome} />}
                {deal.status === 'open' && deal.freeForm && <span className="quiet">{t('deals.free.noModel')}</span>}
                {stands.map(({ stage, since, late }) => (
                  <div key={stage.id}>
                    {stage.name}{' '}
                    {late ? (
                      <Tone tone="warn">
                        <Ago at={since} />
                      </Tone>
                    ) : (
                      <small className="quiet">
                        <Ago at={since} />
                      </small>
                    )}
                  </div>
                ))}
              </td>
              <td className="cohort-holds">
                {stands.map((one) => (
                  <WhatHolds key={one.stage.id} deal={one} />
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
