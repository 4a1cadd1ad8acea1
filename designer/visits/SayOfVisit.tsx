import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { StepForm } from '../deals/StepForm.tsx'
import { type OneRequest, useRequestStep } from '../queue/use-request-step.ts'

type Props = { page: OneRequest; verdict: 'declined' | 'answered'; done: () => void }

/** What a manager says of a visit to its seller: why they do not come along, or how it went. */
export function SayOfVisit({ page, verdict, done }: Props) {
  const { t } = useTranslation()
  const step = useRequestStep(page, 'support-requests/{id}/answer')
  return (
    <StepForm<{ note: string }>
      submit={t(`visits.say.${verdict}`)}
      busy={step.isPending}
      error={step.error}
      send={({ note }) => step.mutate({ verdict, note: note.trim() }, { onSuccess: done })}
      cancel={done}
    >
      <Form.Item
        name="note"
        label={t(`visits.note.${verdict}`)}
        rules={[{ required: true, whitespace: true, message: t('visits.noteMissing') }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </StepForm>
  )
}
