import { Form, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { useDealView } from './deal-view.ts'
import { LockedHint } from './LockedHint.tsx'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

const outcomes = ['won', 'lost', 'abandoned'] as const

/** Ends a deal for good: what it still owes and asks for falls away. */
export function CloseDeal({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('close')
  const [form] = Form.useForm<StepBodies['close']>()
  const outcome = Form.useWatch('outcome', form)
  const isReached = page.model.stages.find(({ id, end }) => end && page.state.stages[id]?.status === 'completed')
  return (
    <Modal
      open={open}
      onCancel={close}
      title={t('deals.close.title')}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
    >
      <p className="quiet">{t('deals.close.hint')}</p>
      <StepForm<StepBodies['close']>
        form={form}
        submit={t('deals.close.title')}
        busy={step.isPending}
        error={step.error}
        initial={isReached?.end ? { outcome: isReached.end } : {}}
        send={(body) => step.mutate({ body }, { onSuccess: close })}
        cancel={close}
        danger={!isReached}
      >
        <Form.Item
          name="outcome"
          label={t('deals.close.outcome')}
          rules={[{ required: true, message: t('deals.close.outcomeMissing') }]}
        >
          <Radio.Group
            optionType="button"
            options={outcomes.map((outcome) => ({ value: outcome, label: t(`words.dealOutcome.${outcome}`) }))}
          />
        </Form.Item>
        {outcome === 'won' && <LockedHint />}
        <ReasonField />
      </StepForm>
    </Modal>
  )
}
