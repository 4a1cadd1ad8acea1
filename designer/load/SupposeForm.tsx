import { Button, Form, InputNumber, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { DepartmentLoad, Supposed } from '#engine'
import type { LoadOfDepartment } from '../../api/support-load/contract.ts'
import { DaysInput } from '../ui/DaysInput.tsx'

type Props = { kind: Supposed['kind']; of: LoadOfDepartment; now: DepartmentLoad; take: (supposed: Supposed) => void }
type Values = {
  from?: string
  to?: string
  requests?: number
  person?: string
  capacity?: number | null
  days?: [Dayjs, Dayjs]
}

/** Stands for nobody where a person is chosen. */
const nobody = ''

/** What is to be supposed of a department. */
export function SupposeForm({ kind, of, now, take }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Values>()
  const from = Form.useWatch('from', form)
  const people = of.standing.people.map(({ id }) => ({ value: id, label: of.people[id] ?? id }))
  const missing = (message: string) => [{ required: true, message }]
  const who = missing(t('load.form.whoMissing'))
  return (
    <Form<Values>
      form={form}
      name={`suppose-${kind}`}
      layout="vertical"
      requiredMark={false}
      className="suppose"
      onFinish={(values) => {
        const supposed = supposedOf(kind, values)
        if (supposed) take(supposed)
        form.resetFields()
      }}
    >
      {kind === 'shift' && (
        <>
          <Form.Item name="from" label={t('load.form.from')} rules={who}>
            <Select options={[{ value: nobody, label: t('load.nobodyYet', { count: now.waiting }) }, ...people]} />
          </Form.Item>
          <Form.Item name="to" label={t('load.form.to')} rules={who}>
            <Select options={people.filter(({ value }) => value !== from)} />
          </Form.Item>
          <Form.Item name="requests" label={t('load.form.requests')} rules={missing(t('load.form.requestsMissing'))}>
            <InputNumber min={1} max={200} precision={0} />
          </Form.Item>
        </>
      )}
      {(kind === 'capacity' || kind === 'absence') && (
        <Form.Item name="person" label={t('load.who')} rules={who}>
          <Select options={people} />
        </Form.Item>
      )}
      {kind === 'capacity' && (
        <Form.Item name="capacity" label={t('queue.department.capacity')}>
          <InputNumber min={0} max={1000} precision={0} placeholder={t('queue.department.unbounded')} />
        </Form.Item>
      )}
      {(kind === 'absence' || kind === 'closed') && (
        <Form.Item
          name="days"
          label={t('queue.department.firstAndLast')}
          rules={missing(t('queue.department.spanMissing'))}
        >
          <DaysInput />
        </Form.Item>
      )}
      <Button size="middle" htmlType="submit">
        {t('load.form.suppose')}
      </Button>
    </Form>
  )
}

function supposedOf(kind: Supposed['kind'], values: Values): Supposed | undefined {
  const { from, to, requests, person, capacity, days } = values
  const [first, last] = days ?? []
  switch (kind) {
    case 'shift':
      return to && requests ? { kind, from: from === nobody ? null : (from ?? null), to, requests } : undefined
    case 'capacity':
      return person ? { kind, person, capacity: capacity ?? null } : undefined
    case 'absence':
      return person && first && last
        ? {
            kind,
            person,
            from: first.startOf('day').toISOString(),
            until: last.add(1, 'day').startOf('day').toISOString(),
          }
        : undefined
    case 'closed':
      return first && last ? { kind, dates: datesFrom(first, last) } : undefined
  }
}

const datesFrom = (first: Dayjs, last: Dayjs): string[] =>
  Array.from({ length: last.diff(first, 'day') + 1 }, (_, n) => first.add(n, 'day').format('YYYY-MM-DD'))
