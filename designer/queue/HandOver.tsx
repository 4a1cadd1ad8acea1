import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestPage } from '../../api/work/contract.ts'
import { StepForm } from '../deals/StepForm.tsx'
import { useRequestStep } from './use-request-step.ts'

/** Gives a request to another member of its department, who has yet to accept it. */
export function HandOver({ page, done }: { page: RequestPage; done: () => void }) {
  const { t } = useTranslation()
  const step = useRequestStep(page, 'support-requests/{id}/hand-over')
  const colleagues = page.members.filter(({ id }) => id !== page.request.owner?.id)
  return (
    <StepForm<{ to: string; note?: string }>
      submit={t('queue.hold.handOver')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate(body, { onSuccess: done })}
      cancel={done}
    >
      <Form.Item name="to" label={t('queue.hold.to')} rules={[{ required: true, message: t('queue.hold.toMissing') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('words.note')}>
        <Input maxLength={4000} />
      </Form.Item>
    </StepForm>
  )
}
