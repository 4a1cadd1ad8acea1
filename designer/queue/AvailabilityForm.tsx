import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DepartmentCalendar } from '#engine'
import type { Availability } from '../../api/calendars/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { HoursList } from './HoursList.tsx'

type Values = {
  keepsHours: boolean
  calendar?: Omit<DepartmentCalendar, 'country' | 'state'> & { country?: string; state?: string }
  capacities?: Record<string, number | null>
}

const usual = (): NonNullable<Values['calendar']> => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  closedOn: [],
})

/** A department's working hours and its members' capacities. Requests that are open keep their due times. */
export function AvailabilityForm({ availability, mayChange }: { availability: Availability; mayChange: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sentence = useSentence()
  const [form] = Form.useForm<Values>()
  const { department, calendar, members } = availability
  const keepsHours = Form.useWatch('keepsHours', form) ?? calendar !== null
  const saving = useMutation({
    mutationFn: ({ keepsHours, calendar = usual(), capacities = {} }: Values) => {
      const { country, state, ...hours } = calendar
      const place = { ...(country && { country: country.toUpperCase() }), ...(country && state && { state }) }
      return api.changeAvailability(department.id, {
        calendar: keepsHours ? { ...hours, closedOn: hours.closedOn ?? [], ...place } : null,
        capacities: Object.fromEntries(Object.entries(capacities).map(([id, capacity]) => [id, capacity ?? null])),
      })
    },
    onSuccess: (changed) => {
      queries.setQueryData(['availability', department.id], changed)
      void message.success(t('queue.department.saved', { name: department.name }))
    },
  })
  const initial = {
    keepsHours: calendar !== null,
    calendar: calendar ?? usual(),
    capacities: Object.fromEntries(members.map(({ id, capacity }) => [id, capacity])),
  }
  return (
    <Form<Values>
      form={form}
      name="availability"
      layout="vertical"
      requiredMark={false}
      disabled={!mayChange}
      initialValues={initial}
      onFinish={(values) => saving.mutate(values)}
    >
      <Form.Item
        name="keepsHours"
        label={t('queue.department.keepsHours')}
        extra={t(keepsHours ? 'queue.department.inHours' : 'queue.department.roundTheClock')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      {keepsHours && (
        <>
          <Form.Item
            name={['calendar', 'timeZone']}
            label={t('queue.department.timeZone')}
            rules={[{ required: true }]}
          >
            <Select
              showSearch
              options={Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))}
            />
          </Form.Item>
          <HoursList />
          <div className="availability-place">
            <Form.Item
              name={['calendar', 'country']}
              label={t('queue.department.country')}
              extra={t('queue.department.countryHint')}
              rules={[{ pattern: /^[A-Za-z]{2}$/, message: t('queue.department.countryWrong') }]}
            >
              <Input maxLength={2} autoComplete="off" />
            </Form.Item>
            <Form.Item name={['calendar', 'state']} label={t('queue.department.state')}>
              <Input maxLength={10} autoComplete="off" />
            </Form.Item>
          </div>
          <Form.Item
            name={['calendar', 'closedOn']}
            label={t('queue.department.closedOn')}
            rules={[
              {
                validator: (_, dates: string[] = []) =>
                  dates.every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('queue.department.dateWrong'))),
              },
            ]}
          >
            <Select mode="tags" tokenSeparators={[',', ' ']} placeholder="2026-12-24" open={false} suffixIcon={null} />
          </Form.Item>
        </>
      )}
      {members.length > 0 && (
        <fieldset className="capacities">
          <legend>{t('queue.department.capacity')}</legend>
          {members.map(({ id, name, load }) => (
            <div key={id}>
              <span>
                {name} <small className="quiet">{t('queue.department.load', { count: load })}</small>
              </span>
              <Form.Item name={['capacities', id]} noStyle>
                <InputNumber
                  aria-label={t('queue.department.capacityOf', { name })}
                  min={0}
                  max={1000}
                  precision={0}
                  placeholder={t('queue.department.unbounded')}
                />
              </Form.Item>
            </div>
          ))}
        </fieldset>
      )}
      {saving.error && <Alert type="error" showIcon title={sentence(saving.error)} style={{ marginBottom: 12 }} />}
      {mayChange && (
        <Button type="primary" size="middle" htmlType="submit" loading={saving.isPending}>
          {t('words.save')}
        </Button>
      )}
    </Form>
  )
}
