import { useTranslation } from 'react-i18next'
import { type Action, type Commitment, type Element, type Grade, grades } from '#engine'
import { having } from '../../commands/lists.ts'
import { putPart } from '../../commands/stage-commands.ts'
import { useDrawing, useModel } from '../drawing-store.ts'
import { ChoiceField, ManyField } from '../fields/ChoiceField.tsx'
import { ClockField } from '../fields/ClockField.tsx'
import { DurationField } from '../fields/DurationField.tsx'
import { SwitchField } from '../fields/SwitchField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { ValueTypeField } from '../fields/ValueTypeField.tsx'
import { effectOptions } from './effect-options.ts'

export function ElementForm({ stage, item }: { stage: string; item: Element }) {
  const { t } = useTranslation()
  const { chain } = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: Element, typing?: string) =>
    run((model) => putPart(model, { stage, part: 'elements', item }), typing && `${item.id}.${typing}`)
  return (
    <>
      <TextField
        label={t('words.name')}
        value={item.name}
        required
        hint={t('editing.elementNameHint')}
        change={(name) => set({ ...item, name }, 'name')}
      />
      <ValueTypeField value={item.value} change={(value) => set({ ...item, value })} />
      <ManyField
        label={t('editing.from')}
        values={item.from}
        options={chain.roles.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={t('editing.fromHint')}
        change={(from) => set({ ...item, from })}
      />
      <Evidence grade={item.grade} change={(grade) => set({ ...item, grade })} />
      <SwitchField
        label={t('editing.required')}
        value={item.required}
        hint={t('editing.requiredHint')}
        change={(required) => set({ ...item, required })}
      />
    </>
  )
}

export function CommitmentForm({ stage, item }: { stage: string; item: Commitment }) {
  const { t } = useTranslation()
  const { chain } = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: Commitment, typing?: string) =>
    run((model) => putPart(model, { stage, part: 'commitments', item }), typing && `${item.id}.${typing}`)
  return (
    <>
      <TextField
        label={t('words.name')}
        value={item.name}
        required
        hint={t('editing.commitmentNameHint')}
        change={(name) => set({ ...item, name }, 'name')}
      />
      <ChoiceField
        label={t('editing.givenBy')}
        value={item.role}
        none={t('map.nobody')}
        options={chain.roles.map(({ id, name }) => ({ value: id, label: name }))}
        change={(role) => set(having(item, 'role', role))}
      />
      <DurationField
        label={t('editing.validity')}
        value={item.validity}
        hint={t('editing.validityHint')}
        change={(validity) => set(having(item, 'validity', validity), 'validity')}
      />
      <Evidence grade={item.grade} change={(grade) => set({ ...item, grade })} />
      <SwitchField
        label={t('editing.required')}
        value={item.required}
        hint={t('editing.requiredHint')}
        change={(required) => set({ ...item, required })}
      />
    </>
  )
}

export function ActionForm({ stage, item }: { stage: string; item: Action }) {
  const { t } = useTranslation()
  const model = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: Action, typing?: string) =>
    run((model) => putPart(model, { stage, part: 'actions', item }), typing && `${item.id}.${typing}`)
  return (
    <>
      <TextField
        label={t('words.name')}
        value={item.name}
        required
        hint={t('editing.actionNameHint')}
        change={(name) => set({ ...item, name }, 'name')}
      />
      <ManyField
        label={t('editing.brings')}
        values={item.brings}
        options={effectOptions(model, stage, ['elements', 'commitments'])}
        placeholder={t('editing.bringsHint')}
        change={(brings) => set({ ...item, brings })}
      />
      <DurationField
        label={t('words.due')}
        value={item.due}
        hint={t('editing.actionDueHint')}
        change={(due) => set(having(item, 'due', due), 'due')}
      />
      {item.due && (
        <ClockField
          value={item.dueFrom}
          none={t('editing.clockFromNone')}
          stage={stage}
          change={(from) => set(having(item, 'dueFrom', from))}
        />
      )}
      <SwitchField
        label={t('editing.required')}
        value={item.required}
        hint={t('editing.actionRequiredHint')}
        change={(required) => set({ ...item, required })}
      />
    </>
  )
}

function Evidence({ grade, change }: { grade: Grade; change: (grade: Grade) => void }) {
  const { t } = useTranslation()
  return (
    <ChoiceField<Grade>
      label={t('editing.evidence')}
      value={grade}
      hint={t('editing.evidenceHint')}
      options={grades.map((one) => ({ value: one, label: t(`words.grade.${one}`) }))}
      change={(one) => one && change(one)}
    />
  )
}
