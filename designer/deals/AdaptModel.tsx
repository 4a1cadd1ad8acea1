import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Adaptation, type AdaptationKind, adaptationChanges, adaptationKinds } from './adaptation.ts'
import { useDealView } from './deal-view.ts'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useAdapt } from './use-adapt.ts'

type Values = Partial<Adaptation> & { kind: AdaptationKind; reason: string }

/** Has this deal do one thing otherwise than its model: something more at a stage, or something that it does not ask for. */
export function AdaptModel({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const adapt = useAdapt()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? 'element'
  const stage = Form.useWatch('stage', form)
  const { model, state } = page
  const ahead = model.stages.filter(({ id }) => ['open', 'waiting'].includes(state.stages[id]?.status ?? 'waiting'))
  const at = ahead.find(({ id }) => id === stage)
  const effects = at ? [...at.elements, ...at.commitments] : []
  const needed = (message: string) => [{ required: true, whitespace: true, message: t(message) }]
  return (
    <StepForm<Values>
      form={form}
      submit={t('deals.adapt.submit')}
      busy={adapt.isPending}
      error={adapt.error}
      initial={{ kind: 'element', value: 'flag', ...(ahead[0] && { stage: ahead[0].id }) }}
      send={({ reason, ...values }) =>
        adapt.mutate({ changes: adaptationChanges(model, values as Adaptation), reason }, { onSuccess: close })
      }
      cancel={close}
    >
      <p className="quiet">{t('deals.adapt.hint')}</p>
      <Form.Item name="kind" label={t('deals.adapt.what')}>
        <Radio.Group
          vertical
          options={adaptationKinds.map((value) => ({ value, label: t(`deals.adapt.kind.${value}`) }))}
        />
      </Form.Item>
      {kind === 'drop' ? (
        <Form.Item name="dropped" label={t('deals.adapt.drop')} rules={needed('deals.adapt.dropMissing')}>
          <Select
            popupMatchSelectWidth={false}
            options={ahead.map(({ id, name, elements, commitments, actions }) => ({
              label: name,
              options: [
                ...elements.map((one) => ({ ...one, kind: 'element' })),
                ...commitments.map((one) => ({ ...one, kind: 'commitment' })),
                ...actions.map((one) => ({ ...one, kind: 'action' })),
              ]
                .filter(({ required }) => required)
                .map((one) => ({ value: `${one.kind} ${id} ${one.id}`, label: one.name })),
            }))}
          />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="stage" label={t('words.stage')} rules={needed('deals.deviate.stageMissing')}>
            <Select options={ahead.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item name="name" label={t(`deals.adapt.name.${kind}`)} rules={needed('deals.adapt.nameMissing')}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
      {kind === 'element' && (
        <Form.Item name="value" label={t('deals.adapt.valueType')}>
          <Select
            options={(['flag', 'number', 'money', 'date', 'text'] as const).map((value) => ({
              value,
              label: t(`map.valueType.${value}`),
            }))}
          />
        </Form.Item>
      )}
      {(kind === 'element' || kind === 'commitment') && (
        <Form.Item name="role" label={t(`deals.adapt.role.${kind}`)} rules={needed('deals.adapt.roleMissing')}>
          <Select options={model.chain.roles.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      {kind === 'action' && effects.length > 0 && (
        <Form.Item name="brings" label={t('deals.adapt.brings')}>
          <Select mode="multiple" options={effects.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <ReasonField />
    </StepForm>
  )
}
