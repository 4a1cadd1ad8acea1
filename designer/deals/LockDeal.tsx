import { useQuery } from '@tanstack/react-query'
import { Form, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { api } from '../resources/resources.ts'
import { useDealView } from './deal-view.ts'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** Holds the purchase where it stands, for one department. */
export function LockDeal({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('locks')
  const departments = useQuery({ queryKey: ['departments'], queryFn: api.departments, enabled: open })
  const free = departments.data?.items.filter(({ id }) => !page.state.locks?.[id]) ?? []
  return (
    <Modal
      open={open}
      onCancel={close}
      title={t('support.lock.lock')}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
    >
      <p className="quiet">{t('support.lock.means')}</p>
      <StepForm<StepBodies['locks']>
        submit={t('support.lock.lock')}
        busy={step.isPending}
        error={step.error}
        send={(body) => step.mutate({ body }, { onSuccess: close })}
        cancel={close}
      >
        <Form.Item
          name="department"
          label={t('support.lock.for')}
          rules={[{ required: true, message: t('support.ask.departmentMissing') }]}
        >
          <Select
            loading={departments.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <ReasonField />
      </StepForm>
    </Modal>
  )
}
