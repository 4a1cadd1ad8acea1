import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { signerPlaces } from '#engine/deal'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { useDealView } from './deal-view.ts'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

type Values = Omit<StepBodies['signers'], 'layer'>

/** Says that the customer wants one more to sign a layer, or a department beside it. */
export function AddSigner({ layer, close }: { layer: string; close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('signers')
  const beside = page.model.chain.specialists.filter((one) => one.layer === layer)
  return (
    <StepForm<Values>
      submit={t('deals.signOff.add')}
      busy={step.isPending}
      error={step.error}
      initial={{ place: 'after' }}
      send={({ specialist, ...values }) =>
        step.mutate({ body: { layer, ...values, ...(specialist && { specialist }) } }, { onSuccess: close })
      }
      cancel={close}
    >
      <Form.Item
        name="name"
        label={t('deals.signOff.signerName')}
        rules={[{ required: true, whitespace: true, message: t('deals.signOff.signerNameMissing') }]}
      >
        <Input autoFocus maxLength={200} placeholder={t('deals.signOff.signerNameHint')} />
      </Form.Item>
      <Form.Item name="place" label={t('deals.signOff.place')}>
        <Radio.Group options={signerPlaces.map((value) => ({ value, label: t(`deals.signOff.placeIs.${value}`) }))} />
      </Form.Item>
      {beside.length > 0 && <SpecialistField beside={beside} none={t('deals.signOff.layerItself')} />}
      <ReasonField />
    </StepForm>
  )
}

/** Whether it is about a department beside the layer. */
export function SpecialistField({ beside, none }: { beside: { id: string; name: string }[]; none: string }) {
  const { t } = useTranslation()
  return (
    <Form.Item name="specialist" label={t('deals.signOff.where')}>
      <Select allowClear placeholder={none} options={beside.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  )
}
