import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { useDealView } from './deal-view.ts'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** Says by which style this customer decides; the path through its decision chain follows. */
export function ChooseStyle({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('style')
  return (
    <StepForm<StepBodies['style']>
      submit={t('deals.style.choose')}
      busy={step.isPending}
      error={step.error}
      initial={page.state.style ? { style: page.state.style } : {}}
      send={(body) => step.mutate({ body }, { onSuccess: close })}
      cancel={close}
    >
      <Form.Item name="style" label={t('words.style')} rules={[{ required: true, message: t('deals.style.missing') }]}>
        <Radio.Group
          vertical
          options={page.model.chain.styles.map(({ id, name, description }) => ({
            value: id,
            label: (
              <>
                {name} {description && <small className="quiet">{description}</small>}
              </>
            ),
          }))}
        />
      </Form.Item>
      <ReasonField />
    </StepForm>
  )
}
