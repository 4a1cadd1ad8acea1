import { Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { influences, type Person, stances } from '#engine/deal'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { useDealView } from './deal-view.ts'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

type Named = StepBodies['people']
type Values = Omit<Named, 'away'> & { isAway: boolean; from: string; until: string; delegate?: string }
type Props = { role: string; close: () => void; id?: string; person?: Person; remove?: () => void }

/** Names who holds a role, or changes what is known of who is named there. */
export function PersonForm({ role, close, id, person, remove }: Props) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const name = useStep('people')
  const change = useStep('people/{id}/change')
  const step = id ? change : name
  const [form] = Form.useForm<Values>()
  const isAway = Form.useWatch('isAway', form)
  const others = Object.entries(page.state.people ?? {}).filter(
    ([other, { leftAt }]) => other !== id && leftAt === undefined,
  )
  const send = (values: Values) => {
    const body = asNamed(values)
    if (id) change.mutate({ id, body }, { onSuccess: close })
    else name.mutate({ body }, { onSuccess: close })
  }
  return (
    <StepForm<Values>
      form={form}
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
        alsoHolds: person?.alsoHolds ?? [],
        requester: person?.requester ?? false,
        isAway: isStillAway(person),
        from: localDay(person?.away?.from ?? new Date().toISOString()),
        until: person?.away ? localDay(person.away.until) : '',
        ...(person?.away?.delegate && { delegate: person.away.delegate }),
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
      <Form.Item name="alsoHolds" label={t('deals.people.alsoHolds')}>
        <Select
          mode="multiple"
          options={page.model.chain.roles.map((one) => ({ value: one.id, label: one.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      </Form.Item>
      <Form.Item name="requester" valuePropName="checked">
        <Checkbox>{t('deals.people.requester')}</Checkbox>
      </Form.Item>
      <Form.Item name="isAway" valuePropName="checked">
        <Checkbox>{t('deals.people.isAway')}</Checkbox>
      </Form.Item>
      {isAway && (
        <>
          <div className="step-form-pair">
            <Form.Item name="from" label={t('deals.people.awayFrom')}>
              <Input type="date" />
            </Form.Item>
            <Form.Item
              name="until"
              label={t('deals.people.awayUntil')}
              rules={[{ required: true, message: t('deals.people.awayUntilMissing') }]}
            >
              <Input type="date" />
            </Form.Item>
          </div>
          <Form.Item name="delegate" label={t('deals.people.delegate')} extra={t('deals.people.delegateHint')}>
            <Select allowClear options={others.map(([other, one]) => ({ value: other, label: one.name }))} />
          </Form.Item>
        </>
      )}
      {remove && (
        <Button type="link" size="small" className="person-left" onClick={remove}>
          {t('deals.people.left')}
        </Button>
      )}
    </StepForm>
  )
}

/** What was typed, as the person that it makes. Days are the reader's own. */
function asNamed({ isAway, from, until, delegate, alsoHolds = [], requester, ...named }: Values): Named {
  const instant = (day: string) => new Date(`${day}T00:00`).toISOString()
  const away = { ...(from && { from: instant(from) }), until: instant(until), ...(delegate && { delegate }) }
  return {
    ...named,
    ...(alsoHolds.length > 0 && { alsoHolds: alsoHolds.filter((role) => role !== named.role) }),
    ...(requester && { requester }),
    ...(isAway && { away }),
  }
}

const isStillAway = (person: Person | undefined): boolean =>
  person?.away !== undefined && Date.parse(person.away.until) > Date.now()

/** An instant's day in the reader's time zone, as a date field wants it. */
function localDay(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
