import { Button, Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { applyChanges, type Change } from '#engine'
import { patterns } from '../../engine/library/patterns.ts'
import { MapSketch } from '../map/MapSketch.tsx'
import { drawnDifferences } from '../versions/drawn-differences.ts'
import { ChangeList } from './ChangeList.tsx'
import { useDrawing, useModel } from './drawing-store.ts'

/** Draws a way in which customers decide into the drawing, after showing in sentences what it would add. One undo takes it back. */
export function AddPattern() {
  const { t, i18n } = useTranslation()
  const model = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const [open, setOpen] = useState(false)
  const [chosen, choose] = useState(patterns[0]?.id)
  const changes = useMemo(
    () => (open ? (patterns.find(({ id }) => id === chosen)?.changesFor(model) ?? []) : []),
    [open, chosen, model],
  )
  const nameOf = ({ names }: (typeof patterns)[number]) => (i18n.language === 'en' ? names.en : names['zh-Hant'])
  const name = patterns.filter(({ id }) => id === chosen).map(nameOf)[0]
  return (
    <>
      <Button type="text" size="small" block className="add-by-name" onClick={() => setOpen(true)}>
        {t('editing.pattern.add')}
      </Button>
      <Modal
        open={open}
        title={t('editing.pattern.add')}
        okText={t('editing.pattern.draw')}
        okButtonProps={{ disabled: changes.length === 0 }}
        onOk={() => {
          run((drawn) => applyChanges(drawn, changes))
          setOpen(false)
        }}
        onCancel={() => setOpen(false)}
      >
        <p className="quiet">{t('editing.pattern.hint')}</p>
        <Radio.Group
          vertical
          className="gap-below"
          aria-label={t('editing.pattern.add')}
          value={chosen}
          onChange={({ target }) => choose(String(target.value))}
          options={patterns.map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
        {open && <Preview name={name ?? ''} changes={changes} />}
      </Modal>
    </>
  )
}

/** What is new, in a picture and in sentences. Worked out only while somebody looks. */
function Preview({ name, changes }: { name: string; changes: readonly Change[] }) {
  const { t } = useTranslation()
  const model = useModel()
  const after = useMemo(() => applyChanges(model, changes), [model, changes])
  const drawn = useMemo(() => drawnDifferences(model, after), [model, after])
  return (
    <>
      <div className="pattern-picture">
        <MapSketch model={drawn.model} marks={drawn.marks} label={t('editing.pattern.picture', { name })} />
      </div>
      <ChangeList title={t('editing.pattern.adds')} before={model} after={after} atMost={30} />
    </>
  )
}
