import { useTranslation } from 'react-i18next'
import { type ChangeTexts, changeTexts, diffModels, isLayout, type ProcessModel, sentenceOf } from '#engine'

type Props = { title: string; before: ProcessModel; after: ProcessModel; atMost: number; layout?: boolean }

/** What differs between two drawings, a sentence a change; with `layout`, also where things stand on the canvas. */
export function ChangeList({ title, before, after, atMost, layout = false }: Props) {
  const { t, i18n } = useTranslation()
  // The sentences fill their own gaps, so they are taken as they are written.
  const texts: ChangeTexts = i18n.getResource(i18n.language, 'translation', 'changes') ?? changeTexts
  const changes = diffModels(before, after).filter((change) => layout || !isLayout(change))
  const told = changes.slice(0, atMost).map((change) => sentenceOf(change, { before, after }, texts))
  return (
    <section className="change-list" aria-label={title}>
      <h3>
        {title} <small>{changes.length}</small>
      </h3>
      {changes.length === 0 && <p className="quiet">{t('editing.noChanges')}</p>}
      <ul>
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {changes.length > atMost && <li className="quiet">{t('map.more', { count: changes.length - atMost })}</li>}
      </ul>
    </section>
  )
}
