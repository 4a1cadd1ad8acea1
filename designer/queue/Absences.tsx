import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Availability } from '../../api/calendars/contract.ts'
import type { User } from '../../api/people/contract.ts'
import { StepFailure, StepForm } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { DaysInput } from '../ui/DaysInput.tsx'
import { useShownDays } from './use-shown-days.ts'

type Values = { userId: string; days: [Dayjs, Dayjs]; delegateId?: string }

/** Who of a department is away, and who stands in. A resource owner records their own absences, a manager everybody's. */
export function Absences({ availability, me }: { availability: Availability; me: User }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form] = Form.useForm<Values>()
  const away = Form.useWatch('userId', form)
  const { department, members } = availability
  const refresh = () => queries.invalidateQueries({ queryKey: ['availability', department.id] })
  const mayRecord = (id: string) => me.role === 'manager' || me.role === 'admin' || me.id === id
  const removing = useMutation({ mutationFn: api.removeAbsence, onSettled: refresh })
  const recording = useMutation({
    mutationFn: ({ userId, days: [first, last], delegateId }: Values) =>
      api.recordAbsence({
        userId,
        from: first.startOf('day').toISOString(),
        until: last.add(1, 'day').startOf('day').toISOString(),
        ...(delegateId && { delegateId }),
      }),
    onSuccess: () => {
      form.resetFields()
      return refresh()
    },
  })
  const days = useShownDays()
  const nameOptions = members.map(({ id, name }) => ({ value: id, label: name }))
  const absences = members.flatMap(({ id, name, absences }) => absences.map((one) => ({ ...one, who: { id, name } })))
  const recordable = nameOptions.filter(({ value }) => mayRecord(value))
  return (
    <section>
      <h3>{t('queue.department.away')}</h3>
      {absences.length === 0 && <p className="quiet">{t('queue.department.nobodyAway')}</p>}
      <ul className="absences">
        {absences.map(({ id, who, from, until, delegate }) => (
          <li key={id}>
            <span>
              <strong>{who.name}</strong> {days(from, until)}
              {delegate && <small className="quiet"> {t('queue.department.standsIn', { name: delegate.name })}</small>}
            </span>
            {mayRecord(who.id) && (
              <Button size="small" type="text" onClick={() => removing.mutate(id)}>
                {t('words.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <StepFailure error={removing.error} />
      {recordable.length > 0 && (
        <StepForm<Values>
          form={form}
          submit={t('queue.department.record')}
          busy={recording.isPending}
          error={recording.error}
          send={(values) => recording.mutate(values)}
        >
          <Form.Item
            name="userId"
            label={t('queue.department.who')}
            rules={[{ required: true, message: t('queue.department.whoMissing') }]}
          >
            <Select options={recordable} />
          </Form.Item>
          <Form.Item
            name="days"
            label={t('queue.department.firstAndLast')}
            rules={[{ required: true, message: t('queue.department.spanMissing') }]}
          >
            <DaysInput />
          </Form.Item>
          <Form.Item name="delegateId" label={t('queue.department.delegate')}>
            <Select allowClear options={nameOptions.filter(({ value }) => value !== away)} />
          </Form.Item>
        </StepForm>
      )}
    </section>
  )
}
