import { useTranslation } from 'react-i18next'

/** The elements and commitments, by name, for whose sake an action is done. */
export function Brings({ effects }: { effects: string[] }) {
  const { t } = useTranslation()
  if (effects.length === 0) return null
  return (
    <p className="brings">
      <span className="quiet">{t('deals.tasks.toBring')}</span>
      {effects.map((effect) => (
        <span key={effect} className="effect">
          {effect}
        </span>
      ))}
    </p>
  )
}
