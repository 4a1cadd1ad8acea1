import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** The seller's answer to a department that asked back: its clock stands until then. */
export function AnswerQuestion({ request }: { request: string }) {
  const { t } = useTranslation()
  const step = useStep('support-requests/{id}/answer-question')
  return (
    <StepForm<{ answer: string }>
      submit={t('deals.support.answerQuestion')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ body, id: request })}
    >
      <Form.Item
        name="answer"
        label={t('deals.support.yourAnswer')}
        rules={[{ required: true, whitespace: true, message: t('deals.support.yourAnswerMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </StepForm>
  )
}
