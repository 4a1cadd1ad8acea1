import { BranchesOutlined, DeleteOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDrawing, useModel, useReadOnly } from './drawing-store.ts'
import { Field } from './fields/Field.tsx'
import { IconButton } from './PartList.tsx'

/** The stages that follow one, and a way to connect another without drawing a line by hand. */
export function WhatNext({
  stage,
  connect,
  disconnect,
}: {
  stage: string
  connect: (to: string) => void
  disconnect: (transition: string) => void
}) {
  const { t } = useTranslation()
  const model = useModel()
  const readOnly = useReadOnly()
  const select = useDrawing((drawing) => drawing.select)
  const nameOf = (id: string) => model.stages.find((one) => one.id === id)?.name ?? id
  const leaving = model.transitions.filter(({ from }) => from === stage)
  const taken = new Set([stage, ...leaving.map(({ to }) => to)])
  const free = model.stages.filter(({ id }) => !taken.has(id))
  return (
    <section className="parts" aria-label={t('editing.next')}>
      <h3>{t('editing.next')}</h3>
      {leaving.length === 0 && (readOnly || free.length === 0) && (
        <p className="quiet">{t(model.stages.length === 1 ? 'editing.nextOnly' : 'editing.nextNone')}</p>
      )}
      <ul>
        {leaving.map(({ id, to, condition }) => (
          <li key={id}>
            <button type="button" className="part" onClick={() => select({ kind: 'transition', id })}>
              <span>
                {condition && <BranchesOutlined aria-label={t('editing.hasCondition')} />} {nameOf(to)}
              </span>
            </button>
            {!readOnly && (
              <span className="part-tools">
                <IconButton
                  label={t('editing.disconnect', { name: nameOf(to) })}
                  icon={<DeleteOutlined />}
                  act={() => disconnect(id)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && free.length > 0 && (
        <Field label={t('editing.nextStage')}>
          {(id) => (
            <Select
              id={id}
              value={null}
              placeholder={t('editing.nextStageHint')}
              options={free.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(to: string | null) => to && connect(to)}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              style={{ width: '100%' }}
            />
          )}
        </Field>
      )}
    </section>
  )
}
