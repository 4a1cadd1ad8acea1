import { useTranslation } from 'react-i18next'
import type { ObjectionType } from '#engine'
import './objections.css'

/** What the model advises against an objection of a type. */
export function Playbook({ type }: { type: Pick<ObjectionType, 'strategy' | 'blocks' | 'playbook'> }) {
  const { t } = useTranslation()
  return (
    <aside className="playbook" aria-label={t('deals.objections.playbook')}>
      <p>
        <strong>{t('deals.objections.playbook')}</strong>
        <span>{t(`words.strategy.${type.strategy}`)}</span>
        {type.blocks && <span className="blocks">{t('deals.objections.blocks')}</span>}
      </p>
      {type.playbook.length > 0 ? (
        <ol>
          {type.playbook.map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ol>
      ) : (
        <p className="quiet">{t('deals.objections.noPlaybook')}</p>
      )}
    </aside>
  )
}
