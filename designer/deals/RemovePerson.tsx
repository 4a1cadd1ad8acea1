import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** Says that a person no longer takes part, and why. */
export function RemovePerson({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation()
  const step = useStep('people/{id}/remove')
  return (
    <StepForm<{ reason: string }>
      submit={t('deals.people.left')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ id, body }, { onSuccess: close })}
      cancel={close}
    >
      <Form.Item
        name="reason"
        label={t('words.reason')}
        rules={[{ required: true, whitespace: true, message: t('deals.reasonMissing') }]}
      >
        <Input autoFocus maxLength={1000} />
      </Form.Item>
    </StepForm>
  )
}
