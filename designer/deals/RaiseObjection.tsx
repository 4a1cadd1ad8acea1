import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { useDealView } from './deal-view.ts'
import { Playbook } from './Playbook.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

type Raised = Omit<StepBodies['objections'], 'type'> & { type: string | undefined }

/** Raises an objection in the customer's words; its type brings the playbook, and says whether the stage waits. */
export function RaiseObjection({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  const step = useStep('objections')
  const [form] = Form.useForm<Raised>()
  const chosen = Form.useWatch('type', form)
  const { model, state } = page
  const types = model.objectionTypes
  const type = types.find(({ id }) => id === chosen)
  const open = model.stages.filter(({ id }) => state.stages[id]?.status === 'open')
  return (
    <StepForm<Raised>
      form={form}
      submit={t('deals.objections.raiseIt')}
      busy={step.isPending}
      error={step.error}
      initial={{
        ...(types.length === 1 && types[0] && { type: types[0].id }),
        ...(open.length === 1 && open[0] && { stage: open[0].id }),
      }}
      send={({ type = '', statement, stage, about }) =>
        step.mutate(
          { body: { type, statement, ...(stage && { stage }), ...(about && { about }) } },
          { onSuccess: close },
        )
      }
      cancel={close}
    >
      <Form.Item
        name="statement"
        label={t('deals.objections.statement')}
        rules={[{ required: true, whitespace: true, message: t('deals.objections.statementMissing') }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="type"
        label={t('deals.objections.type')}
        rules={[{ required: true, message: t('deals.objections.typeMissing') }]}
      >
        <Select
          options={types.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      {type && !page.deal.freeForm && <Playbook type={type} />}
      <div className="step-form-pair">
        {model.stages.length > 0 && (
          <Form.Item name="stage" label={t('deals.objections.stage')}>
            <Select
              allowClear
              options={model.stages.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
        )}
        <Form.Item name="about" label={t('deals.objections.about')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={[
              {
                label: t('words.buyingRole'),
                options: model.chain.roles.map(({ id, name }) => ({ value: id, label: name })),
              },
              ...model.stages.map((stage) => ({
                label: names.stage(stage.id),
                options: [...stage.elements, ...stage.commitments].map(({ id, name }) => ({ value: id, label: name })),
              })),
            ]}
          />
        </Form.Item>
      </div>
    </StepForm>
  )
}
