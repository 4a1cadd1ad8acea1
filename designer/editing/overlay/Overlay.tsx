import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isLayout, overlayOf, type ProcessModel } from '#engine'
import { backToBase, entriesOf, type OverlayEntry } from '../../commands/back-to-base.ts'
import { useChangeSentence } from '../../map/use-change-sentence.ts'
import { useDrawing, useModel, useReadOnly } from '../drawing-store.ts'

/** What the drawing does otherwise than its base, a sentence a thing; each goes back to the base by one edit. */
export function Overlay({ base, close }: { base: ProcessModel; close: () => void }) {
  const { t } = useTranslation()
  const model = useModel()
  const overlay = overlayOf(base, model)
  const entries = entriesOf(overlay)
  const moved = overlay.filter(isLayout).length
  return (
    <section aria-label={t('overlay.otherwise')}>
      <h3 className="overlay-title">
        {t('overlay.otherwise')} <small>{entries.length}</small>
      </h3>
      {entries.length === 0 && <p className="quiet">{t('overlay.nothing')}</p>}
      <ul className="overlay-entries">
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} base={base} model={model} close={close} />
        ))}
      </ul>
      {moved > 0 && <p className="quiet">{t('overlay.laidOut', { count: moved })}</p>}
    </section>
  )
}

type Props = { entry: OverlayEntry; base: ProcessModel; model: ProcessModel; close: () => void }

function Entry({ entry, base, model, close }: Props) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const tell = useChangeSentence()
  const run = useDrawing((drawing) => drawing.run)
  const show = useDrawing((drawing) => drawing.show)
  const { change, parts } = entry
  const told = tell(change, { before: base, after: model })
  const also = parts.filter((part) => !isLayout(part))
  return (
    <li className={`is-${change.kind}`}>
      <div>
        {change.kind === 'removed' ? (
          <span>{told}</span>
        ) : (
          <button
            type="button"
            onClick={() => {
              show(change.place)
              close()
            }}
          >
            {told}
          </button>
        )}
        {also.length > 0 && (
          <details>
            <summary>{t('overlay.parts', { count: also.length })}</summary>
            <ul>
              {also.map((part) => (
                <li key={`${part.place.kind} ${part.place.id}`}>{tell(part, { before: base, after: model })}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {!readOnly && (
        <Button
          size="small"
          aria-label={t('overlay.backNamed', { change: told })}
          onClick={() => run((drawn) => backToBase(drawn, overlayOf(base, drawn), entry))}
        >
          {t('overlay.back')}
        </Button>
      )}
    </li>
  )
}

const keyOf = ({ change: { kind, place, ...change } }: OverlayEntry): string =>
  [kind, place.kind, place.id, ...('path' in change ? change.path : [])].join(' ')
