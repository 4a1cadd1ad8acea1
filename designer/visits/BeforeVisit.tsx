import { useTranslation } from 'react-i18next'
import type { Visit } from '../../api/visits/contract.ts'
import { LastInteractions } from './LastInteractions.tsx'
import { StillToGive } from './StillToGive.tsx'

/** What to know before a visit: what the customer still has to give and from whom, objections, people, what was said last. */
export function BeforeVisit({ visit: { standing, objections, people, interactions } }: { visit: Visit }) {
  const { t } = useTranslation()
  return (
    <details className="fold visit-before">
      <summary>
        <strong>{t('visits.before')}</strong>{' '}
        <span className="quiet">
          {[
            ...standing.map(({ stage }) => stage.name),
            ...(objections.length > 0 ? [t('visits.objections', { count: objections.length })] : []),
          ].join(' · ')}
        </span>
      </summary>
      <div className="visit-know">
        <section>
          <h3>{t('visits.stillToGive')}</h3>
          <StillToGive standing={standing} />
        </section>
        <section>
          <h3>{t('visits.openObjections')}</h3>
          {objections.length === 0 && <p className="quiet">{t('visits.noObjection')}</p>}
          <ul>
            {objections.map(({ id, statement, type, status }) => (
              <li key={id}>
                “{statement}”{' '}
                <small className="quiet">
                  {type} · {t(`words.objectionStatus.${status as 'raised'}`)}
                </small>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('visits.people')}</h3>
          {people.length === 0 && <p className="quiet">{t('visits.noPeople')}</p>}
          <ul>
            {people.map(({ name, title, role, stance }) => (
              <li key={`${name} ${role}`}>
                {name}{' '}
                <small className="quiet">
                  {[title, role, t(`words.stance.${stance as 'supports'}`)].filter(Boolean).join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('visits.last')}</h3>
          <LastInteractions interactions={interactions} />
        </section>
      </div>
    </details>
  )
}
