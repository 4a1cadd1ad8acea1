import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Availability } from '../../api/calendars/contract.ts'
import type { RequestPage } from '../../api/work/contract.ts'
import { StepForm } from '../deals/StepForm.tsx'
import { Tone } from '../ui/Tone.tsx'
import { useNow } from '../ui/use-now.ts'
import { useRequestStep } from './use-request-step.ts'

type Props = {
  page: RequestPage
  /** What is known of how much each of them has. */
  people?: Availability['members']
  done: () => void
}

/** Gives a request to another member of its department, who has yet to accept it. */
export function HandOver({ page, people = [], done }: Props) {
  const { t } = useTranslation()
  const step = useRequestStep(page, 'support-requests/{id}/hand-over')
  const colleagues = page.members.filter(({ id }) => id !== page.request.owner?.id)
  return (
    <StepForm<{ to: string; note?: string; hours?: number | null }>
      submit={t('queue.hold.handOver')}
      busy={step.isPending}
      error={step.error}
      send={({ hours, ...body }) =>
        step.mutate({ ...body, ...(typeof hours === 'number' && { hours }) }, { onSuccess: done })
      }
      cancel={done}
    >
      <Form.Item name="to" label={t('queue.hold.to')} rules={[{ required: true, message: t('queue.hold.toMissing') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          optionRender={({ value, label }) => {
            const one = people.find(({ id }) => id === value)
            return one ? <Standing {...one} /> : label
          }}
        />
      </Form.Item>
      <Form.Item name="note" label={t('words.note')}>
        <Input maxLength={4000} />
      </Form.Item>
      <Form.Item name="hours" label={t('support.hours.spent')}>
        <InputNumber min={0} max={1000} step={0.25} precision={2} />
      </Form.Item>
    </StepForm>
  )
}

function Standing({ name, load, capacity, absences }: Availability['members'][number]) {
  const { t } = useTranslation()
  const now = useNow()
  const isAway = absences.some(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until))
  return (
    <>
      {name}{' '}
      <small className="quiet">
        {load} {capacity === null ? t('team.open') : t('team.openOf', { count: capacity })}
      </small>{' '}
      {isAway && <Tone tone="warn">{t('load.away')}</Tone>}
    </>
  )
}
