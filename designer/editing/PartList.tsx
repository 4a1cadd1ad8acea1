import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#engine'
import { removePlaces } from '../commands/remove-places.ts'
import { AddByName } from './AddByName.tsx'
import { useDrawing, useReadOnly } from './drawing-store.ts'

type Item = { place: Place; name: string; detail?: ReactNode }

/** Things that belong to what is selected: open one, put it in order, remove it, or add another by its name. */
export function PartList({
  title,
  items,
  add,
  addLabel,
  shift,
}: {
  title: string
  items: Item[]
  add?: (name: string) => void
  addLabel?: string
  shift?: (id: string, by: -1 | 1) => void
}) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const select = useDrawing((drawing) => drawing.select)
  const run = useDrawing((drawing) => drawing.run)
  return (
    <section className="parts" aria-label={title}>
      <h3>
        {title} {items.length > 0 && <small>{items.length}</small>}
      </h3>
      {items.length > 0 && (
        <ul>
          {items.map(({ place, name, detail }, n) => (
            <li key={place.id}>
              <button type="button" className="part" onClick={() => select(place)}>
                <span>{name}</span>
                {detail && <small>{detail}</small>}
              </button>
              {!readOnly && (
                <span className="part-tools">
                  {shift && n > 0 && (
                    <IconButton
                      label={t('editing.up', { name })}
                      icon={<ArrowUpOutlined />}
                      act={() => shift(place.id, -1)}
                    />
                  )}
                  {shift && n < items.length - 1 && (
                    <IconButton
                      label={t('editing.down', { name })}
                      icon={<ArrowDownOutlined />}
                      act={() => shift(place.id, 1)}
                    />
                  )}
                  <IconButton
                    label={t('editing.removeNamed', { name })}
                    icon={<DeleteOutlined />}
                    act={() => run((model) => removePlaces(model, [place]))}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && add && addLabel && <AddByName label={addLabel} add={add} />}
    </section>
  )
}

export function IconButton({ label, icon, act }: { label: string; icon: ReactNode; act: () => void }) {
  return <Button type="text" size="small" icon={icon} aria-label={label} title={label} onClick={act} />
}
