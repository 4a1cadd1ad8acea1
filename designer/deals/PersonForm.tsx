import { Button, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { influences, type Person, stances } from '#engine/deal'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { useDealView } from './deal-view.ts'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

type Named = StepBodies['people']
type Props = { role: string; close: () => void; id?: string; person?: Person; remove?: () => void }

/** Names who holds a role, or changes what is known of who is named there. */
export function PersonForm({ role, close, id, person, remove }: Props) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const name = useStep('people')
  const change = useStep('people/{id}/change')
  const step = id ? change : name
  const send = (body: Named) =>
    id ? change.mutate({ id, body }, { onSuccess: close }) : name.mutate({ body }, { onSuccess: close })
  return (
    <StepForm<Named>
      submit={t(person ? 'deals.people.submitChange' : 'deals.people.submitNew')}
      busy={step.isPending}
      error={step.error}
      initial={{
        role,
        name: person?.name ?? '',
        title: person?.title ?? '',
        contact: person?.contact ?? '',
        stance: person?.stance ?? 'unknown',
        influence: person?.influence ?? 'medium',
      }}
      send={send}
      cancel={close}
    >
      <div className="step-form-pair">
        <Form.Item
          name="name"
          label={t('deals.people.name')}
          rules={[{ required: true, whitespace: true, message: t('deals.people.nameMissing') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="title" label={t('deals.people.jobTitle')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="stance" label={t('deals.people.stance')}>
        <Radio.Group options={stances.map((value) => ({ value, label: t(`words.stance.${value}`) }))} />
      </Form.Item>
      <Form.Item name="influence" label={t('deals.people.influence')}>
        <Radio.Group options={influences.map((value) => ({ value, label: t(`words.influence.${value}`) }))} />
      </Form.Item>
      <div className="step-form-pair">
        <Form.Item name="contact" label={t('deals.people.contact')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="role" label={t('words.buyingRole')}>
          <Select
            options={page.model.chain.roles.map((one) => ({ value: one.id, label: one.name }))}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
          />
        </Form.Item>
      </div>
      {remove && (
        <Button type="link" size="small" className="person-left" onClick={remove}>
          {t('deals.people.left')}
        </Button>
      )}
    </StepForm>
  )
}
