import { TeamOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Place, type ProcessModel, partsOf } from '#engine'
import type { Editor } from '../../api/models/contract.ts'
import { Faces } from '../map/OthersHere.tsx'
import { isSame } from '../map/scene.ts'
import { Ago } from '../ui/Ago.tsx'
import { useDrawing, useModel } from './drawing-store.ts'

/** Who else has the drawing open; where in it, since when, and how not to get into each other's way, on a click. */
export function OtherEditors({ editors }: { editors: readonly Editor[] }) {
  const { t, i18n } = useTranslation()
  const edits = editors.some((one) => one.edits)
  const told = editors.filter((one) => one.edits === edits)
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(told.map(({ name }) => name))
  return (
    <span className="other-editors-told" role="status">
      {editors.length > 0 && (
        <Popover
          trigger="click"
          placement="bottomLeft"
          content={
            <div className="other-editors-list">
              <ul>
                {editors.map((one) => (
                  <Other key={one.id} {...one} />
                ))}
              </ul>
              {edits && <p>{t('editing.others.hint')}</p>}
            </div>
          }
        >
          <button type="button" className="other-editors">
            <TeamOutlined aria-hidden />
            <span>{t(edits ? 'editing.others.edit' : 'editing.others.read', { names, count: told.length })}</span>
          </button>
        </Popover>
      )}
    </span>
  )
}

function Other({ id, name, since, changedAt, edits, at }: Editor) {
  const { t } = useTranslation()
  const model = useModel()
  const show = useDrawing((drawing) => drawing.show)
  const where = at && nameOf(model, at)
  return (
    <li>
      <Faces others={[{ id, name, at }]} />
      <span>
        <strong>{name}</strong>
        <small>
          {t('editing.others.since')} <Ago at={since} /> ·{' '}
          {!edits ? (
            t('editing.others.reads')
          ) : changedAt ? (
            <>
              {t('editing.others.changed')} <Ago at={changedAt} />
            </>
          ) : (
            t('editing.others.unchanged')
          )}
        </small>
        {at && where && (
          <Button type="link" size="small" onClick={() => show(at)}>
            {t('editing.others.at', { kind: t(`editing.kinds.${at.kind}`), name: where })}
          </Button>
        )}
      </span>
    </li>
  )
}

/** The name of a place; nothing where this drawing does not have it, or not yet. */
function nameOf(model: ProcessModel, at: Place): string | undefined {
  if (at.kind === 'model') return model.name
  if (at.kind !== 'transition') return partsOf(model).find(({ place }) => isSame(place, at))?.name
  const line = model.transitions.find(({ id }) => id === at.id)
  const [from, to] = [line?.from, line?.to].map((end) => model.stages.find(({ id }) => id === end)?.name)
  return from && to && `${from} → ${to}`
}
