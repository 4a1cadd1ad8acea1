import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** Asks for support again whose answer does not serve: what changed is said in one line. */
export function AskAgain({ request }: { request: string }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const step = useStep('support-requests/{id}/ask-again')
  if (!asking)
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        {t('deals.support.askAgain')}
      </Button>
    )
  return (
    <StepForm<{ reason: string }>
      submit={t('deals.support.askAgain')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ body, id: request }, { onSuccess: () => setAsking(false) })}
      cancel={() => setAsking(false)}
    >
      <Form.Item
        name="reason"
        label={t('deals.support.whatChanged')}
        rules={[{ required: true, whitespace: true, message: t('deals.support.whatChangedMissing') }]}
      >
        <Input autoFocus maxLength={1000} />
      </Form.Item>
    </StepForm>
  )
}
