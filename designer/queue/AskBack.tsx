import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestPage } from '../../api/work/contract.ts'
import { StepForm } from '../deals/StepForm.tsx'
import { InstantInput } from '../ui/InstantInput.tsx'
import { type OneRequest, useRequestStep } from './use-request-step.ts'

type Asked = OneRequest & { deal: Pick<RequestPage['deal'], 'owner'> } & Pick<RequestPage, 'visit'>

/** A question to the seller; the department's clock stands until it is answered. */
export function AskBack({ page, done }: { page: Asked; done: () => void }) {
  const { t } = useTranslation()
  const step = useRequestStep(page, 'support-requests/{id}/ask-back')
  return (
    <StepForm<{ question: string; visitAt?: string }>
      submit={t('queue.hold.askBack')}
      busy={step.isPending}
      error={step.error}
      send={({ question, visitAt }) => step.mutate({ question, ...(visitAt && { visitAt }) }, { onSuccess: done })}
      cancel={done}
    >
      <Form.Item
        name="question"
        label={t('queue.hold.question', { seller: page.deal.owner })}
        extra={t('queue.hold.questionHint')}
        rules={[{ required: true, whitespace: true, message: t('queue.hold.questionMissing') }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      {page.visit && (
        <Form.Item name="visitAt" label={t('support.visit.propose')}>
          <InstantInput />
        </Form.Item>
      )}
    </StepForm>
  )
}
