import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { unreachable } from '#engine'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { useDealView } from './deal-view.ts'
import { LockedHint } from './LockedHint.tsx'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

type Deviation = StepBodies['deviations']['deviation']
type Kind = Deviation['kind']
type Values = { kind: Kind; stage?: string; action?: string; name?: string; reason: string }

const kinds: Kind[] = ['skip-stage', 'drop-action', 'add-action']

/** Steps outside the model. It is never blocked; the reason is what the model will learn from. */
export function Deviate({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('deviations')
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? 'skip-stage'
  const { model, state } = page
  const ahead = model.stages.filter(({ id }) => ['open', 'waiting'].includes(state.stages[id]?.status ?? 'waiting'))
  return (
    <StepForm<Values>
      form={form}
      submit={t('deals.deviate.submit')}
      busy={step.isPending}
      error={step.error}
      initial={{ kind: 'skip-stage' }}
      send={({ reason, ...values }) =>
        step.mutate({ body: { deviation: asDeviation(values), reason } }, { onSuccess: close })
      }
      cancel={close}
    >
      <Form.Item name="kind" label={t('deals.deviate.title')}>
        <Radio.Group vertical options={kinds.map((value) => ({ value, label: t(`deals.deviate.kind.${value}`) }))} />
      </Form.Item>
      {kind === 'skip-stage' && <LockedHint />}
      {kind !== 'drop-action' && (
        <Form.Item
          name="stage"
          label={t('words.stage')}
          rules={[{ required: true, message: t('deals.deviate.stageMissing') }]}
        >
          <Select options={ahead.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      {kind === 'drop-action' && (
        <Form.Item
          name="action"
          label={t('words.action')}
          rules={[{ required: true, message: t('deals.deviate.actionMissing') }]}
        >
          <Select
            popupMatchSelectWidth={false}
            options={ahead
              .filter(({ actions }) => actions.length > 0)
              .map(({ name, actions }) => ({
                label: name,
                options: actions.map((action) => ({ value: action.id, label: action.name })),
              }))}
          />
        </Form.Item>
      )}
      {kind === 'add-action' && (
        <Form.Item
          name="name"
          label={t('deals.deviate.actionName')}
          rules={[{ required: true, whitespace: true, message: t('deals.deviate.actionNameMissing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
      <ReasonField />
    </StepForm>
  )
}

/** The fields of a kind are required, so they are there once the form is sent. */
function asDeviation({ kind, stage = '', action = '', name = '' }: Omit<Values, 'reason'>): Deviation {
  switch (kind) {
    case 'skip-stage':
      return { kind, stage }
    case 'drop-action':
      return { kind, action }
    case 'add-action':
      return { kind, stage, name }
    default:
      return unreachable(kind)
  }
}
