import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, Place, ProcessModel } from '#engine'
import { type Marks, markOf } from '../map/marks.ts'
import { isSame } from '../map/scene.ts'
import { AddByName } from './AddByName.tsx'
import { AddPattern } from './AddPattern.tsx'
import { type Addition, type LooseKind, newLoose, newStage } from './additions.ts'
import { useDrawing, useModel, useReadOnly } from './drawing-store.ts'
import type { Hand } from './hand.ts'
import { PasteText } from './PasteText.tsx'

type Section = {
  kind: 'stage' | LooseKind
  items: readonly { id: string; name: string }[]
  add: (model: ProcessModel, name: string, selected: Place | undefined) => Addition
  needs?: boolean
}

/** Everything that is drawn, by kind, and where more of it is added. */
export function Palette({ findings, marks, hand }: { findings: readonly Finding[]; marks: Marks; hand?: Hand }) {
  const { t } = useTranslation()
  const model = useModel()
  const { chain } = model
  const show = useDrawing((drawing) => drawing.show)
  const selected = useDrawing((drawing) => drawing.selected)
  const readOnly = useReadOnly()
  const loose = (kind: LooseKind, items: Section['items']): Section => ({
    kind,
    items,
    add: (model, name, seat) => newLoose(model, kind, name, seat),
  })
  const sections: Section[] = [
    { kind: 'stage', items: model.stages, add: (model, name) => newStage(model, name) },
    loose('layer', chain.layers.toReversed()),
    loose('role', chain.roles),
    { ...loose('specialist', chain.specialists), needs: chain.layers.length === 0 },
    loose('style', chain.styles),
    loose('department', model.departments),
    loose('objection-type', model.objectionTypes),
    loose('attribute', model.attributes),
    loose('threshold', model.thresholds),
  ]
  const place = { kind: 'model', id: 'model' } as const
  return (
    <nav className="palette" aria-label={t('editing.palette')}>
      <button
        type="button"
        className={`palette-model ${isSame(selected, place) ? 'is-selected' : ''}`}
        onClick={() => show(place)}
      >
        {t('words.model')}
        <Mark findings={findings.filter((finding) => finding.place.kind === 'model')} />
      </button>
      {sections.map((section) => (
        <PaletteSection key={section.kind} section={section} findings={findings} marks={marks} />
      ))}
      {!readOnly && <AddPattern />}
      {hand && (
        <Button type="text" size="small" block className="add-by-name" onClick={hand.addNote}>
          {t('editing.addNote')}
        </Button>
      )}
      {hand && <PasteText hand={hand} />}
    </nav>
  )
}

type SectionProps = { section: Section; findings: readonly Finding[]; marks: Marks }

function PaletteSection({ section, findings, marks }: SectionProps) {
  const { t } = useTranslation()
  const { kind, items, add, needs } = section
  const [isOpen, setOpen] = useState(items.length < 14)
  const readOnly = useReadOnly()
  const run = useDrawing((drawing) => drawing.run)
  const show = useDrawing((drawing) => drawing.show)
  const selected = useDrawing((drawing) => drawing.selected)
  const model = useModel()
  const title = t(`editing.sections.${kind}`)
  return (
    <section aria-label={title}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? <DownOutlined /> : <RightOutlined />} {title} <small>{items.length || ''}</small>
        </button>
      </h2>
      {isOpen && items.length > 0 && (
        <ul>
          {items.map(({ id, name }) => {
            const place: Place = { kind, id }
            const own = findings.filter((finding) => isSame(finding.place, place) || isIn(finding, place))
            return (
              <li key={id}>
                <button
                  type="button"
                  className={isSame(selected, place) ? 'is-selected' : ''}
                  onClick={() => show(place)}
                >
                  <span>{name}</span>
                  {markOf(marks, place) && <i className="palette-own" role="img" aria-label={t('map.mark.own')} />}
                  <Mark findings={own} />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {!readOnly &&
        (needs ? (
          <p className="palette-hint">{t('editing.specialistNeedsLayer')}</p>
        ) : (
          <AddByName
            quiet
            label={t(`editing.adds.${kind}`)}
            add={(name) => {
              const added = add(model, name, selected)
              run(() => added.model)
              show(added.place)
            }}
          />
        ))}
    </section>
  )
}

const isIn = ({ place }: Finding, { kind, id }: Place): boolean => kind === 'stage' && place.stage === id

function Mark({ findings }: { findings: readonly Finding[] }): ReactNode {
  if (findings.length === 0) return null
  return (
    <i
      className={`palette-mark is-${findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning'}`}
      aria-hidden="true"
    />
  )
}
