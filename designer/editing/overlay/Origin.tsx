import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { overlayOf, type Place } from '#engine'
import { backToBase, entriesOf } from '../../commands/back-to-base.ts'
import { isSame } from '../../map/scene.ts'
import { useBase, useDrawing, useModel, useReadOnly } from '../drawing-store.ts'

/** Whether a thing is common or the drawing's own, and the way back to the base. */
export function Origin({ place }: { place: Place }) {
  const { t } = useTranslation()
  const base = useBase()
  const model = useModel()
  const readOnly = useReadOnly()
  const run = useDrawing((drawing) => drawing.run)
  if (!base) return null
  const entries = entriesOf(overlayOf(base, model))
  const own = entries.filter(({ change }) => isSame(change.place, place))
  const isPartOfOwn = entries.some(({ parts }) => parts.some((part) => isSame(part.place, place)))
  const isAdded = isPartOfOwn || own.some(({ change }) => change.kind === 'added')
  const origin = isAdded ? 'own' : own.length > 0 ? 'changed' : 'base'
  return (
    <p className={origin === 'base' ? 'overlay-origin' : 'overlay-origin is-own'}>
      {t(`overlay.from.${origin}`)}
      {origin === 'changed' && !readOnly && (
        <Button
          size="small"
          onClick={() =>
            run((drawn) => own.reduce((now, entry) => backToBase(now, overlayOf(base, now), entry), drawn))
          }
        >
          {t('overlay.back')}
        </Button>
      )}
    </p>
  )
}
