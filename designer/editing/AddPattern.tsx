import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { applyChanges } from '#engine'
import { patterns } from '../../engine/library/patterns.ts'
import { ChangeList } from './ChangeList.tsx'
import { useDrawing, useModel } from './drawing-store.ts'

/** Draws a way in which customers decide into the drawing, after showing in sentences what it would add. One undo takes it back. */
export function AddPattern() {
  const { t, i18n } = useTranslation()
  const model = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const [open, setOpen] = useState(false)
  const [chosen, choose] = useState(patterns[0]?.id)
  const changes = open ? (patterns.find(({ id }) => id === chosen)?.changesFor(model) ?? []) : []
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
          options={patterns.map(({ id, names }) => ({
            value: id,
            label: i18n.language === 'en' ? names.en : names['zh-Hant'],
          }))}
        />
        {open && (
          <ChangeList
            title={t('editing.pattern.adds')}
            before={model}
            after={applyChanges(model, changes)}
            atMost={30}
          />
        )}
      </Modal>
    </>
  )
}
