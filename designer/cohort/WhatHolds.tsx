import { useTranslation } from 'react-i18next'
import type { CohortDeal } from '../../api/cohorts/contract.ts'
import { Mark } from '../deals/Mark.tsx'
import '../deals/deals.css'
import { DueTime } from '../ui/DueTime.tsx'

/** Missing facts that are named; the deal's own page has them all. */
const mostMissing = 4

/** Why a deal has not passed its stage: who has locked it, what the customer objects, whose answer and which facts it waits for. */
export function WhatHolds({ deal }: { deal: CohortDeal }) {
  const { t } = useTranslation()
  const { locks, objections, requests, otherWays } = deal
  // What a request is to bring stands there as the request.
  const missing = deal.missing.filter(
    ({ kind, name }) => kind !== 'support' || !requests.some((one) => one.name === name),
  )
  return (
    <ul className="holds">
      {locks.map((department) => (
        <li key={department} className="hold-bad">
          {t('cohort.lockedBy', { department })}
        </li>
      ))}
      {objections.map(({ id, name, type }) => (
        <li key={id} className="hold-bad">
          “{name}” <small className="quiet">{type}</small>
        </li>
      ))}
      {requests.map(({ id, name, department, dueAt }) => (
        <li key={id}>
          <Mark kind="support" /> {t('cohort.waitsFor', { name, department })} {dueAt && <DueTime at={dueAt} />}
        </li>
      ))}
      {missing.length > 0 && (
        <li className="hold-missing">
          {missing.slice(0, mostMissing).map(({ kind, id, name }) => (
            <span key={`${kind} ${id}`}>
              <Mark kind={kind} /> {id === 'objections.open' ? t('deals.why.noObjections') : name}
            </span>
          ))}
          {missing.length > mostMissing && (
            <span className="quiet">{t('cohort.moreMissing', { count: missing.length - mostMissing })}</span>
          )}
          {otherWays > 0 && <span className="quiet">{t('cohort.otherWays', { count: otherWays })}</span>}
        </li>
      )}
    </ul>
  )
}
