import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LastInteraction } from '../../api/visits/contract.ts'
import { Ago } from '../ui/Ago.tsx'

/** What was said with the customer last, newest first; by deal where they are of several. */
export function LastInteractions({
  interactions,
  byDeal = false,
}: {
  interactions: LastInteraction[]
  byDeal?: boolean
}) {
  const { t } = useTranslation()
  if (interactions.length === 0) return <p className="quiet">{t('visits.noInteraction')}</p>
  return (
    <ul>
      {interactions.map(({ deal, seq, kind, at, by, note, participants, facts }) => (
        <li key={`${deal.id} ${seq}`}>
          {t(`words.interactionKind.${kind as 'visit'}`)} <Ago at={at} />{' '}
          <small className="quiet">
            {[by.name, participants.join(', '), facts > 0 && t('visits.facts', { count: facts })]
              .filter(Boolean)
              .join(' · ')}
          </small>
          {byDeal && (
            <>
              {' '}
              <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
                {deal.name}
              </Link>
            </>
          )}
          {note && <p>{note}</p>}
        </li>
      ))}
    </ul>
  )
}
