import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { InstantInput } from '../ui/InstantInput.tsx'
import { StepForm } from './StepForm.tsx'

type Answer = StepBodies['support-requests/{id}/answer-question']
type Props = {
  /** The time of the visit that is to be agreed, where one is. */
  visitAt?: string | null | undefined
  busy: boolean
  error: Error | null
  send: (answer: Answer) => void
  cancel?: () => void
}

/** The seller's answer to a department that asked back: its clock stands until then. */
export function QuestionForm({ visitAt, busy, error, send, cancel }: Props) {
  const { t } = useTranslation()
  return (
    <StepForm<{ answer: string; visitAt?: string }>
      submit={t('deals.support.answerQuestion')}
      busy={busy}
      error={error}
      initial={visitAt ? { visitAt } : {}}
      send={({ answer, visitAt }) => send({ answer, ...(visitAt && { visitAt }) })}
      {...(cancel && { cancel })}
    >
      <Form.Item
        name="answer"
        label={t('deals.support.yourAnswer')}
        rules={[{ required: true, whitespace: true, message: t('deals.support.yourAnswerMissing') }]}
      >
        <Input.TextArea autoFocus={cancel !== undefined} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      {visitAt && (
        <Form.Item name="visitAt" label={t('support.visit.agreed')}>
          <InstantInput />
        </Form.Item>
      )}
    </StepForm>
  )
}
