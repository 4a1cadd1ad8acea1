import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CohortDeal, CohortStage } from '../../api/cohorts/contract.ts'
import { type Chosen, chosenAfter, isChosen } from '../ui/chosen.ts'
import { Tone } from '../ui/Tone.tsx'
import { useNow } from '../ui/use-now.ts'
import { useShownSpan } from '../ui/use-shown-span.ts'
import { WhatHolds } from './WhatHolds.tsx'

type Props = {
  deals: CohortDeal[]
  stages: CohortStage[]
  chosen: Chosen<CohortDeal>
  choose: (chosen: Chosen<CohortDeal>) => void
}

const keyOf = ({ deal, stage }: CohortDeal): string => `${deal.id} ${stage.id}`

/** Deals where they stand, one a line: whose, since when against the others, and what holds each there. */
export function CohortTable({ deals, stages, chosen, choose }: Props) {
  const { t } = useTranslation()
  const here = deals.filter((one) => isChosen(chosen, one, keyOf))
  const tick = (ticked: readonly CohortDeal[], isTicked: boolean) =>
    choose(chosenAfter(chosen, deals, ticked, isTicked, keyOf))
  return (
    <table className="dense cohort">
      <thead>
        <tr>
          <th>
            <Checkbox
              aria-label={t('cohort.choosePage')}
              checked={deals.length > 0 && here.length === deals.length}
              indeterminate={here.length > 0 && here.length < deals.length}
              onChange={({ target }) => tick(deals, target.checked)}
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
          <tr key={keyOf(one)}>
            <td className="choice">
              <Checkbox
                aria-label={t('cohort.choose', { deal: one.deal.name, stage: one.stage.name })}
                checked={here.includes(one)}
                onChange={({ target }) => tick([one], target.checked)}
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
