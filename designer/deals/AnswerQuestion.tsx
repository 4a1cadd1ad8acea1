import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { type SupportRequest, standingQuestion } from '#engine/deal'
import { InstantInput } from '../ui/InstantInput.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** The seller's answer to a department that asked back: its clock stands until then. */
export function AnswerQuestion({ id, request }: { id: string; request: SupportRequest }) {
  const { t } = useTranslation()
  const step = useStep('support-requests/{id}/answer-question')
  const proposed = standingQuestion(request)?.visitAt ?? request.visit?.at
  return (
    <StepForm<{ answer: string; visitAt?: string }>
      submit={t('deals.support.answerQuestion')}
      busy={step.isPending}
      error={step.error}
      initial={proposed ? { visitAt: proposed } : {}}
      send={({ answer, visitAt }) => step.mutate({ body: { answer, ...(visitAt && { visitAt }) }, id })}
    >
      <Form.Item
        name="answer"
        label={t('deals.support.yourAnswer')}
        rules={[{ required: true, whitespace: true, message: t('deals.support.yourAnswerMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      {request.visit && (
        <Form.Item name="visitAt" label={t('support.visit.agreed')}>
          <InstantInput />
        </Form.Item>
      )}
    </StepForm>
  )
}
