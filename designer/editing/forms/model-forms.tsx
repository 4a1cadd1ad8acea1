import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Attribute, type Department, type ObjectionType, type Strategy, strategies } from '#engine'
import { putInModel } from '../../commands/chain-commands.ts'
import { having } from '../../commands/lists.ts'
import { newObjectionCall } from '../additions.ts'
import { useDrawing, useModel } from '../drawing-store.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DurationField } from '../fields/DurationField.tsx'
import { Field } from '../fields/Field.tsx'
import { StepsField } from '../fields/StepsField.tsx'
import { SwitchField } from '../fields/SwitchField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { ValueTypeField } from '../fields/ValueTypeField.tsx'
import { PartList } from '../PartList.tsx'
import { PoliciesForm } from './PoliciesForm.tsx'

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'TWD', 'CNY', 'HKD', 'JPY', 'SGD', 'AUD', 'CAD']

export function ModelForm() {
  const { t } = useTranslation()
  const model = useModel()
  const run = useDrawing((drawing) => drawing.run)
  return (
    <>
      <TextField
        label={t('words.name')}
        value={model.name}
        required
        change={(name) => run((model) => ({ ...model, name }), 'model.name')}
      />
      <TextField
        label={t('editing.description')}
        value={model.description}
        rows={3}
        maxLength={4000}
        change={(description) => run((model) => ({ ...model, description }), 'model.description')}
      />
      <Field label={t('editing.currency')} hint={t('editing.currencyHint')}>
        {(id) => (
          <Select
            id={id}
            showSearch
            value={model.currency}
            options={[...new Set([...currencies, model.currency])].map((value) => ({ value, label: value }))}
            onChange={(currency: string) => run((model) => ({ ...model, currency }))}
            style={{ width: '100%' }}
          />
        )}
      </Field>
      <PoliciesForm />
    </>
  )
}

export function DepartmentForm({ item }: { item: Department }) {
  const { t } = useTranslation()
  const { stages, objectionTypes } = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const calls = [
    ...stages.flatMap((stage) =>
      stage.support.map((call) => ({ call, stage: { stage: stage.id }, detail: stage.name })),
    ),
    ...objectionTypes.flatMap((type) => type.support.map((call) => ({ call, stage: {}, detail: type.name }))),
  ].filter(({ call }) => call.department === item.id)
  return (
    <>
      <TextField
        label={t('words.name')}
        value={item.name}
        required
        change={(name) =>
          run((model) => putInModel(model, { part: 'departments', item: { ...item, name } }), `${item.id}.name`)
        }
      />
      <PartList
        title={t('editing.calls')}
        items={calls.map(({ call, stage, detail }) => ({
          place: { kind: 'support', id: call.id, ...stage },
          name: call.name,
          detail,
        }))}
      />
      {calls.length === 0 && <p className="quiet">{t('editing.callsNone')}</p>}
    </>
  )
}

export function AttributeForm({ item }: { item: Attribute }) {
  const { t } = useTranslation()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: Attribute, typing?: string) =>
    run((model) => putInModel(model, { part: 'attributes', item }), typing && `${item.id}.${typing}`)
  return (
    <>
      <TextField label={t('words.name')} value={item.name} required change={(name) => set({ ...item, name }, 'name')} />
      <ValueTypeField value={item.value} change={(value) => set({ ...item, value })} />
    </>
  )
}

export function ObjectionTypeForm({ item }: { item: ObjectionType }) {
  const { t } = useTranslation()
  const { departments } = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: ObjectionType, typing?: string) =>
    run((model) => putInModel(model, { part: 'objectionTypes', item }), typing && `${item.id}.${typing}`)
  return (
    <>
      <TextField label={t('words.name')} value={item.name} required change={(name) => set({ ...item, name }, 'name')} />
      <ChoiceField<Strategy>
        label={t('editing.strategy')}
        value={item.strategy}
        options={strategies.map((one) => ({ value: one, label: t(`words.strategy.${one}`) }))}
        change={(strategy) => strategy && set({ ...item, strategy })}
      />
      <StepsField
        label={t('editing.playbook')}
        steps={item.playbook}
        change={(playbook, typing) => set({ ...item, playbook }, typing)}
      />
      <DurationField
        label={t('words.due')}
        value={item.due}
        hint={t('editing.objectionDueHint')}
        change={(due) => set(having(item, 'due', due), 'due')}
      />
      <SwitchField
        label={t('editing.objectionBlocks')}
        value={item.blocks}
        hint={t('editing.objectionBlocksHint')}
        change={(blocks) => set({ ...item, blocks })}
      />
      <PartList
        title={t('editing.support')}
        items={item.support.map(({ id, name, department }) => ({
          place: { kind: 'support', id },
          name,
          detail: departments.find((one) => one.id === department)?.name ?? t('map.noDepartment'),
        }))}
        add={(name) => run((model) => newObjectionCall(model, item.id, name).model)}
        addLabel={t('editing.addSupport')}
      />
    </>
  )
}
