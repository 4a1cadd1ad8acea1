import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DeviationRow } from '../../api/deviations/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { SortedHeading } from '../ui/SortedHeading.tsx'
import { type DeviationsPlace, sortOf } from './deviations-place.ts'
import { WhatChanged } from './WhatChanged.tsx'

type Props = {
  deviations: DeviationRow[]
  mayOpenDeals: boolean
  place: DeviationsPlace
  go: (place: Partial<DeviationsPlace>) => void
}

/** Deviations, one a line: what was done otherwise and why, at which stage, on which deal, by whom. */
export function DeviationTable({ deviations, mayOpenDeals, place, go }: Props) {
  const { t } = useTranslation()
  const heading = (by: NonNullable<DeviationsPlace['order']>, label: string) => (
    <SortedHeading
      label={label}
      by={by}
      sorted={sortOf(place)}
      sort={(sorted) => go({ ...place, page: 1, ...sorted })}
    />
  )
  return (
    <table className="dense">
      <thead>
        <tr>
          {heading('name', t('deviations.what'))}
          <th>{t('words.stage')}</th>
          {heading('deal', t('words.deal'))}
          <th>{t('deviations.who')}</th>
          {heading('at', t('deviations.when'))}
        </tr>
      </thead>
      <tbody>
        {deviations.map((deviation) => (
          <tr key={`${deviation.deal.id} ${deviation.id}`}>
            <td>
              <strong>{t(`deals.deviate.did.${deviation.kind}`, { target: deviation.name })}</strong>
              <blockquote>{deviation.reason}</blockquote>
              {deviation.kind === 'adapt-model' && <WhatChanged dealId={deviation.deal.id} id={deviation.id} />}
            </td>
            <td data-name={t('words.stage')}>{deviation.stage?.name ?? <span className="quiet">—</span>}</td>
            <td data-name={t('words.deal')}>
              {mayOpenDeals ? (
                <Link to="/deals/$dealId" params={{ dealId: deviation.deal.id }} className="row-link">
                  {deviation.deal.name}
                </Link>
              ) : (
                deviation.deal.name
              )}
              <small className="quiet">{deviation.segment.name}</small>
            </td>
            <td data-name={t('deviations.who')}>{deviation.by.name}</td>
            <td data-name={t('deviations.when')}>
              <Ago at={deviation.at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
