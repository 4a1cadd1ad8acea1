import { useTranslation } from 'react-i18next'
import type { Stage } from '#engine'
import { having } from '../../commands/lists.ts'
import { shiftPlaces } from '../../commands/order.ts'
import { changeStage, removeTransition } from '../../commands/stage-commands.ts'
import { longTime } from '../../map/tell-value.ts'
import { newPart, type PartKind, withTransition } from '../additions.ts'
import { useDrawing, useModel } from '../drawing-store.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { ConditionField } from '../fields/ConditionField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { PartList } from '../PartList.tsx'
import { WhatNext } from '../WhatNext.tsx'

export function StageForm({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const model = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const isFresh = useDrawing(({ fresh }) => fresh?.id === stage.id)
  const set = (next: Stage, typing?: string) =>
    run((model) => changeStage(model, next), typing && `${stage.id}.${typing}`)
  const adds = (kind: PartKind) => (name: string) => run((model) => newPart(model, stage.id, kind, name).model)
  const at = (kind: PartKind, id: string) => ({ kind, id, stage: stage.id }) as const
  const shifts = (kind: PartKind) => (id: string, by: -1 | 1) => run((model) => shiftPlaces(model, [at(kind, id)], by))
  const roleName = (id: string | undefined) => model.chain.roles.find((role) => role.id === id)?.name
  const departmentName = (id: string | undefined) => model.departments.find((one) => one.id === id)?.name
  return (
    <>
      <TextField
        label={t('words.name')}
        value={stage.name}
        required
        autoFocus={isFresh}
        hint={t('editing.stageNameHint')}
        change={(name) => set({ ...stage, name }, 'name')}
      />
      <TextField
        label={t('editing.description')}
        value={stage.description}
        rows={2}
        maxLength={2000}
        change={(description) => set({ ...stage, description }, 'description')}
      />
      <PartList
        title={t('words.elements')}
        items={stage.elements.map(({ id, name, value }) => ({
          place: at('element', id),
          name,
          detail: t(`map.valueType.${value.kind}`),
        }))}
        add={adds('element')}
        addLabel={t('editing.addElement')}
        shift={shifts('element')}
      />
      <PartList
        title={t('words.commitments')}
        items={stage.commitments.map(({ id, name, role }) => ({
          place: at('commitment', id),
          name,
          detail: roleName(role) ?? t('map.nobody'),
        }))}
        add={adds('commitment')}
        addLabel={t('editing.addCommitment')}
        shift={shifts('commitment')}
      />
      <PartList
        title={t('words.actions')}
        items={stage.actions.map(({ id, name, due }) => ({
          place: at('action', id),
          name,
          detail: due && longTime(due, t),
        }))}
        add={adds('action')}
        addLabel={t('editing.addAction')}
        shift={shifts('action')}
      />
      <PartList
        title={t('editing.support')}
        items={stage.support.map(({ id, name, department }) => ({
          place: at('support', id),
          name,
          detail: departmentName(department) ?? t('map.noDepartment'),
        }))}
        add={adds('support')}
        addLabel={t('editing.addSupport')}
        shift={shifts('support')}
      />
      <WhatNext
        stage={stage.id}
        connect={(to) => run((model) => withTransition(model, stage.id, to))}
        disconnect={(id) => run((model) => removeTransition(model, id))}
      />
      <ConditionField
        label={t('editing.entry')}
        value={stage.entry}
        none={t('editing.entryNone')}
        change={(entry) => set(having(stage, 'entry', entry))}
      />
      <ConditionField
        label={t('editing.exit')}
        value={stage.exit}
        none={t('editing.exitNone')}
        change={(exit) => set(having(stage, 'exit', exit))}
      />
      <ChoiceField<Stage['join']>
        label={t('editing.join')}
        value={stage.join}
        options={(['any', 'all'] as const).map((join) => ({ value: join, label: t(`editing.joins.${join}`) }))}
        change={(join) => join && set({ ...stage, join })}
      />
      <ChoiceField<NonNullable<Stage['end']>>
        label={t('editing.end')}
        value={stage.end}
        none={t('editing.endNone')}
        options={(['won', 'lost'] as const).map((end) => ({ value: end, label: t(`map.end.${end}`) }))}
        change={(end) => set(having(stage, 'end', end))}
      />
    </>
  )
}
