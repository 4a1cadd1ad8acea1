import { StarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Interaction } from '#engine/deal'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import './coaching.css'

/** What is to be learnt at a stage from interactions that were marked as examples; nothing where there are none. */
export function BestPractice({ segment, stage }: { segment: string; stage: string }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['best-practice', segment, stage],
    queryFn: () => api.bestPractice(segment, stage),
    staleTime: 60_000,
  })
  if (!data || data.items.length === 0) return null
  return (
    <details className="fold best-practice">
      <summary>
        <StarOutlined aria-hidden /> {t('coaching.examples')} <span className="tally">{data.items.length}</span>
      </summary>
      <ul>
        {data.items.map(({ id, text, seller, kind, at, deal }) => (
          <li key={id}>
            <p>{text}</p>
            <small className="quiet">
              {t('coaching.example', {
                kind: t(`words.interactionKind.${kind as Interaction['kind']}`),
                seller: seller.name,
              })}{' '}
              · <Ago at={at} />
              {deal && (
                <>
                  {' · '}
                  <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
                    {deal.name}
                  </Link>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
