import { useTranslation } from 'react-i18next'
import { diffModels, isLayout, type Place, type ProcessModel } from '#engine'
import { useChangeSentence } from '../map/use-change-sentence.ts'

type Props = {
  title: string
  before: ProcessModel
  after: ProcessModel
  atMost: number
  layout?: boolean
  /** Called with the place that a chosen sentence is about. */
  choose?: (place: Place) => void
}

/** What differs between two drawings, a sentence a change; with `layout`, also where things stand on the canvas. */
export function ChangeList({ title, before, after, atMost, layout = false, choose }: Props) {
  const { t } = useTranslation()
  const tell = useChangeSentence()
  const changes = diffModels(before, after).filter((change) => layout || !isLayout(change))
  const told = changes.slice(0, atMost).map((change) => ({ ...change, sentence: tell(change, { before, after }) }))
  return (
    <section className="change-list" aria-label={title}>
      <h3>
        {title} <small>{changes.length}</small>
      </h3>
      {changes.length === 0 && <p className="quiet">{t('editing.noChanges')}</p>}
      <ul>
        {told.map(({ kind, place, sentence }) => (
          <li key={sentence} className={`told-${kind}`}>
            {choose ? (
              <button type="button" onClick={() => choose(place)}>
                {sentence}
              </button>
            ) : (
              sentence
            )}
          </li>
        ))}
        {changes.length > atMost && <li className="quiet">{t('map.more', { count: changes.length - atMost })}</li>}
      </ul>
    </section>
  )
}
