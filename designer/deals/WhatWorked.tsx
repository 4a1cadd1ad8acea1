import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { useDealView } from './deal-view.ts'

/** The deals of a segment end slowly; what was done on them is read anew so often, in milliseconds. */
const staleTime = 300_000
/** What was done on fewer deals tells less. */
const mostShown = 4

/** What came before on other deals of the segment that passed this stage, with how many, and how many were lost here. */
export function WhatWorked({ stage }: { stage: string }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const { id, openStages } = page.deal
  const { data } = useQuery({
    queryKey: ['what-worked', id, openStages.map((one) => one.id)],
    queryFn: () => api.whatWorked(id),
    staleTime,
  })
  const worked = data?.items.find((one) => one.stage === stage)
  if (!worked || worked.done.length === 0) return null
  return (
    <div className="worked">
      <p className="quiet">
        {t('deals.worked.passed', { count: worked.passed })}
        {worked.lost > 0 && ` ${t('deals.worked.lost', { count: worked.lost })}`}
      </p>
      <ul>
        {worked.done.slice(0, mostShown).map(({ kind, name, passed, lost }) => (
          <li key={`${kind} ${name}`}>
            <span>{kind === 'interaction' ? t(`words.interactionKind.${name}`) : name}</span>{' '}
            <b>{t('deals.worked.of', { count: passed, all: worked.passed })}</b>
            {worked.lost > 0 && (
              <span className="quiet"> ({t('deals.worked.of', { count: lost, all: worked.lost })})</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
