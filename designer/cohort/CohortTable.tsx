import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CohortDeal, CohortStage } from '../../api/cohorts/contract.ts'
import { Tone } from '../ui/Tone.tsx'
import { useNow } from '../ui/use-now.ts'
import { useShownSpan } from '../ui/use-shown-span.ts'
import { type Chosen, isSame } from './chosen.ts'
import { WhatHolds } from './WhatHolds.tsx'

type Props = { deals: CohortDeal[]; stages: CohortStage[]; chosen: Chosen; choose: (chosen: Chosen) => void }

/** Deals where they stand, one a line: whose, since when against the others, and what holds each there. */
export function CohortTable({ deals, stages, chosen, choose }: Props) {
  const { t } = useTranslation()
  const isChosen = (one: CohortDeal) => chosen === 'all' || chosen.some((other) => isSame(one, other))
  const listed = chosen === 'all' ? deals : chosen
  const others = listed.filter((one) => !deals.some((here) => isSame(one, here)))
  const here = deals.filter(isChosen)
  return (
    <table className="dense cohort">
      <thead>
        <tr>
          <th>
            <Checkbox
              aria-label={t('cohort.choosePage')}
              checked={deals.length > 0 && here.length === deals.length}
              indeterminate={here.length > 0 && here.length < deals.length}
              onChange={({ target }) => choose(target.checked ? [...others, ...deals] : others)}
            />
          </th>
          <th>{t('words.deal')}</th>
          <th>{t('cohort.seller')}</th>
          <th>{t('words.stage')}</th>
          <th>{t('cohort.standing')}</th>
          <th>{t('cohort.holds')}</th>
        </tr>
      </thead>
      <tbody>
        {deals.map((one) => (
          <tr key={`${one.deal.id} ${one.stage.id}`}>
            <td className="choice">
              <Checkbox
                aria-label={t('cohort.choose', { deal: one.deal.name, stage: one.stage.name })}
                checked={isChosen(one)}
                onChange={({ target }) =>
                  choose(target.checked ? [...listed, one] : listed.filter((other) => !isSame(one, other)))
                }
              />
            </td>
            <td>
              <Link to="/deals/$dealId" params={{ dealId: one.deal.id }} className="row-link">
                {one.deal.name}
              </Link>
              {one.account && <small className="quiet">{one.account}</small>}
            </td>
            <td data-name={t('cohort.seller')}>{one.seller.name}</td>
            <td data-name={t('words.stage')}>{one.stage.name}</td>
            <td data-name={t('cohort.standing')}>
              <Standing deal={one} stage={stages.find(({ id }) => id === one.stage.id)} />
            </td>
            <td className="cohort-holds">
              <WhatHolds deal={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({ deal, stage }: { deal: CohortDeal; stage: CohortStage | undefined }) {
  const { t } = useTranslation()
  const span = useShownSpan()
  const stood = span(Math.max(0, useNow() - Date.parse(deal.since)))
  if (!deal.late || !stage?.usual) return stood
  return (
    <>
      <Tone tone="warn">{stood}</Tone>
      <small className="quiet">{t('cohort.lateThan', { time: span(stage.usual.most) })}</small>
    </>
  )
}
