import { useTranslation } from 'react-i18next'
import type { ProcessModel, SupportTrigger } from '#engine'
import { putInModel } from '../../commands/chain-commands.ts'
import { having, replaced } from '../../commands/lists.ts'
import { putPart } from '../../commands/stage-commands.ts'
import { useDrawing, useModel } from '../drawing-store.ts'
import { ChoiceField, ManyField } from '../fields/ChoiceField.tsx'
import { ClockField } from '../fields/ClockField.tsx'
import { ConditionField } from '../fields/ConditionField.tsx'
import { DurationField } from '../fields/DurationField.tsx'
import { SwitchField } from '../fields/SwitchField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { effectOptions } from './effect-options.ts'

/** A call on a department, from a stage or, without one, from an objection type. */
export function SupportForm({ stage, item }: { stage: string | undefined; item: SupportTrigger }) {
  const { t } = useTranslation()
  const model = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: SupportTrigger, typing?: string) =>
    run((model) => putCall(model, stage, item), typing && `${item.id}.${typing}`)
  return (
    <>
      <TextField label={t('words.name')} value={item.name} required change={(name) => set({ ...item, name }, 'name')} />
      <ChoiceField
        label={t('words.department')}
        value={item.department}
        none={t('map.noDepartment')}
        options={model.departments.map(({ id, name }) => ({ value: id, label: name }))}
        change={(department) => set(having(item, 'department', department))}
      />
      <ConditionField
        label={t('editing.callWhen')}
        value={item.when}
        none={t(stage === undefined ? 'editing.callWhenObjection' : 'editing.callWhenNone')}
        change={(when) => set(having(item, 'when', when))}
      />
      {stage !== undefined && (
        <DurationField
          label={t('editing.late')}
          value={item.late}
          hint={t('editing.lateHint')}
          change={(late) => set(having(item, 'late', late), 'late')}
        />
      )}
      {stage !== undefined && item.late && (
        <ClockField
          value={item.lateFrom}
          none={t('editing.clockFromNone')}
          stage={stage}
          change={(from) => set(having(item, 'lateFrom', from))}
        />
      )}
      <DurationField
        label={t('words.due')}
        value={item.due}
        hint={t('editing.callDueHint')}
        change={(due) => set(having(item, 'due', due), 'due')}
      />
      <DurationField
        label={t('editing.remindBefore')}
        value={item.remindBefore}
        change={(before) => set(having(item, 'remindBefore', before), 'remindBefore')}
      />
      <DurationField
        label={t('editing.leadsAfter')}
        value={item.leadsAfter}
        change={(after) => set(having(item, 'leadsAfter', after), 'leadsAfter')}
      />
      <DurationField
        label={t('editing.processOwnerAfter')}
        value={item.processOwnerAfter}
        hint={t('editing.ladderHint')}
        change={(after) => set(having(item, 'processOwnerAfter', after), 'processOwnerAfter')}
      />
      <ConditionField
        label={t('editing.refusesWhen')}
        value={item.refusesWhen}
        none={t('editing.refusesNever')}
        change={(when) => set(having(item, 'refusesWhen', when))}
      />
      {item.refusesWhen && (
        <TextField
          label={t('editing.refusal')}
          value={item.refusal ?? ''}
          required
          change={(refusal) => set(having(item, 'refusal', refusal || undefined), 'refusal')}
        />
      )}
      <ManyField
        label={t('editing.answerBrings')}
        values={item.brings}
        options={effectOptions(model, stage, ['elements'])}
        placeholder={t('editing.answerBringsHint')}
        change={(brings) => set({ ...item, brings })}
      />
      {stage !== undefined && (
        <SwitchField
          label={t('editing.callBlocks')}
          value={item.blocks}
          hint={t('editing.callBlocksHint')}
          change={(blocks) => set({ ...item, blocks })}
        />
      )}
    </>
  )
}

function putCall(model: ProcessModel, stage: string | undefined, item: SupportTrigger): ProcessModel {
  if (stage !== undefined) return putPart(model, { stage, part: 'support', item })
  const owner = model.objectionTypes.find(({ support }) => support.some(({ id }) => id === item.id))
  return owner
    ? putInModel(model, { part: 'objectionTypes', item: { ...owner, support: replaced(owner.support, item) } })
    : model
}
