import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { type BuyingRole, buyingRoleKinds, type Layer, type SignOffRule, type Specialist, type Style } from '#engine'
import { putInChain } from '../../commands/chain-commands.ts'
import { having, lacking } from '../../commands/lists.ts'
import { shiftPlaces } from '../../commands/order.ts'
import { newLoose } from '../additions.ts'
import { useDrawing, useModel, useReadOnly } from '../drawing-store.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { ClockField } from '../fields/ClockField.tsx'
import { ConditionField } from '../fields/ConditionField.tsx'
import { DurationField } from '../fields/DurationField.tsx'
import { Field } from '../fields/Field.tsx'
import { TextField } from '../fields/TextField.tsx'
import { LayerOrder } from '../LayerOrder.tsx'
import { PartList } from '../PartList.tsx'
import { TurnOrder } from '../TurnOrder.tsx'

export function LayerForm({ item }: { item: Layer }) {
  const { t } = useTranslation()
  const { chain } = useModel()
  const readOnly = useReadOnly()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: Layer, typing?: string) =>
    run((model) => putInChain(model, { part: 'layers', item }), typing && `${item.id}.${typing}`)
  const place = { kind: 'layer', id: item.id } as const
  const { rule } = item
  return (
    <>
      <TextField label={t('words.name')} value={item.name} required change={(name) => set({ ...item, name }, 'name')} />
      {!readOnly && <LayerOrder layer={item.id} shift={(by) => run((model) => shiftPlaces(model, [place], by))} />}
      <ChoiceField<SignOffRule['kind']>
        label={t('editing.rule')}
        value={rule.kind}
        options={(['all', 'in-turn', 'any', 'at-least'] as const).map((kind) => ({
          value: kind,
          label: t(`editing.rules.${kind}`),
        }))}
        change={(kind) => kind && set({ ...item, rule: kind === 'at-least' ? { kind, count: 2 } : { kind } })}
      />
      {rule.kind === 'at-least' && (
        <Field label={t('editing.ruleCount')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              precision={0}
              value={rule.count}
              onChange={(count) => count && set({ ...item, rule: { kind: 'at-least', count } }, 'count')}
              style={{ width: '100%' }}
            />
          )}
        </Field>
      )}
      <PartList
        title={t('editing.roles')}
        items={chain.roles
          .filter(({ layer }) => layer === item.id)
          .map(({ id, name, kind }) => ({
            place: { kind: 'role', id },
            name,
            detail: t(`words.buyingRoleKind.${kind}`),
          }))}
        add={(name) => run((model) => newLoose(model, 'role', name, place).model)}
        addLabel={t('editing.addRole')}
      />
      <PartList
        title={t('editing.specialists')}
        items={chain.specialists
          .filter(({ layer }) => layer === item.id)
          .map(({ id, name }) => ({ place: { kind: 'specialist', id }, name }))}
        add={(name) => run((model) => newLoose(model, 'specialist', name, place).model)}
        addLabel={t('editing.addSpecialist')}
      />
      <DurationField
        label={t('editing.usually')}
        value={item.usually}
        hint={t('editing.usuallyHint')}
        change={(usually) => set(having(item, 'usually', usually), 'usually')}
      />
      {item.usually && (
        <ClockField
          value={item.usuallyFrom}
          none={t('editing.clockFromTurn')}
          change={(from) => set(having(item, 'usuallyFrom', from))}
        />
      )}
      <ConditionField
        label={t('editing.needed')}
        value={item.when}
        none={t('editing.neededNone')}
        change={(when) => set(having(item, 'when', when))}
      />
    </>
  )
}

export function SpecialistForm({ item }: { item: Specialist }) {
  const { t } = useTranslation()
  const { chain } = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: Specialist, typing?: string) =>
    run((model) => putInChain(model, { part: 'specialists', item }), typing && `${item.id}.${typing}`)
  return (
    <>
      <TextField label={t('words.name')} value={item.name} required change={(name) => set({ ...item, name }, 'name')} />
      <ChoiceField
        label={t('editing.joins.layer')}
        value={item.layer}
        options={chain.layers.map(({ id, name }) => ({ value: id, label: name }))}
        change={(layer) => layer && set({ ...item, layer })}
      />
      <PartList
        title={t('editing.roles')}
        items={chain.roles
          .filter(({ specialist }) => specialist === item.id)
          .map(({ id, name, kind }) => ({
            place: { kind: 'role', id },
            name,
            detail: t(`words.buyingRoleKind.${kind}`),
          }))}
        add={(name) => run((model) => newLoose(model, 'role', name, { kind: 'specialist', id: item.id }).model)}
        addLabel={t('editing.addRole')}
      />
      <DurationField
        label={t('editing.usually')}
        value={item.usually}
        hint={t('editing.usuallyHint')}
        change={(usually) => set(having(item, 'usually', usually), 'usually')}
      />
      {item.usually && (
        <ClockField
          value={item.usuallyFrom}
          none={t('editing.clockFromTurn')}
          change={(from) => set(having(item, 'usuallyFrom', from))}
        />
      )}
      <ConditionField
        label={t('editing.needed')}
        value={item.when}
        none={t('editing.neededNone')}
        change={(when) => set(having(item, 'when', when))}
      />
    </>
  )
}

export function RoleForm({ item }: { item: BuyingRole }) {
  const { t } = useTranslation()
  const { chain, stages } = useModel()
  const readOnly = useReadOnly()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: BuyingRole, typing?: string) =>
    run((model) => putInChain(model, { part: 'roles', item }), typing && `${item.id}.${typing}`)
  const seat = item.specialist ? `specialist:${item.specialist}` : item.layer ? `layer:${item.layer}` : undefined
  const sit = (chosen: string | undefined) => {
    const standing: BuyingRole = lacking(lacking(item, 'layer'), 'specialist')
    const [kind, id = ''] = chosen?.split(':') ?? []
    set(
      kind === 'layer'
        ? { ...standing, layer: id }
        : kind === 'specialist'
          ? { ...standing, specialist: id }
          : standing,
    )
  }
  return (
    <>
      <TextField label={t('words.name')} value={item.name} required change={(name) => set({ ...item, name }, 'name')} />
      <ChoiceField<BuyingRole['kind']>
        label={t('editing.kind')}
        value={item.kind}
        options={buyingRoleKinds.map((kind) => ({ value: kind, label: t(`words.buyingRoleKind.${kind}`) }))}
        change={(kind) => kind && set({ ...item, kind })}
      />
      <ChoiceField
        label={t('editing.seat')}
        value={seat}
        none={t('editing.seatNone')}
        options={[
          {
            label: t('editing.layers'),
            options: chain.layers.map(({ id, name }) => ({ value: `layer:${id}`, label: name })),
          },
          {
            label: t('editing.specialists'),
            options: chain.specialists.map(({ id, name }) => ({ value: `specialist:${id}`, label: name })),
          },
        ].filter(({ options }) => options.length > 0)}
        change={sit}
      />
      {!readOnly && <TurnOrder role={item} />}
      <PartList
        title={t('words.commitments')}
        items={stages.flatMap((stage) =>
          stage.commitments
            .filter(({ role }) => role === item.id)
            .map(({ id, name }) => ({
              place: { kind: 'commitment' as const, id, stage: stage.id },
              name,
              detail: stage.name,
            })),
        )}
      />
    </>
  )
}

export function StyleForm({ item }: { item: Style }) {
  const { t } = useTranslation()
  const { chain } = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: Style, typing?: string) =>
    run((model) => putInChain(model, { part: 'styles', item }), typing && `${item.id}.${typing}`)
  return (
    <>
      <TextField label={t('words.name')} value={item.name} required change={(name) => set({ ...item, name }, 'name')} />
      <TextField
        label={t('editing.description')}
        value={item.description}
        rows={2}
        maxLength={2000}
        change={(description) => set({ ...item, description }, 'description')}
      />
      <ChoiceField
        label={t('editing.leader')}
        value={item.leader}
        none={t('editing.leaderNone')}
        hint={t('editing.leaderHint')}
        options={chain.roles.map(({ id, name }) => ({ value: id, label: name }))}
        change={(leader) => set(having(item, 'leader', leader))}
      />
      <ConditionField
        label={t('editing.suggestedWhen')}
        value={item.suggestedWhen}
        none={t('editing.suggestedNone')}
        change={(suggestedWhen) => set(having(item, 'suggestedWhen', suggestedWhen))}
      />
    </>
  )
}
