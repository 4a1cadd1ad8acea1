import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'

const time = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/
/** A Monday, from which the days of the week get their names. */
const monday = Date.UTC(2024, 0, 1)

/** The spans of hours that a department works, each on some days of the week; several a day where it has a break. */
export function HoursList() {
  const { t, i18n } = useTranslation()
  const dayName = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: day,
    label: dayName.format(monday + (day - 1) * 86_400_000),
  }))
  const rules = [{ required: true, pattern: time, message: t('queue.department.timeWrong') }]
  return (
    <Form.List name={['calendar', 'hours']}>
      {(spans, { add, remove }) => (
        <fieldset className="hours">
          <legend>{t('queue.department.hours')}</legend>
          {spans.map(({ key, name }) => (
            <div key={key} className="hours-span">
              <Form.Item name={[name, 'days']} rules={[{ required: true, message: t('queue.department.daysMissing') }]}>
                <Select mode="multiple" aria-label={t('queue.department.days')} options={days} />
              </Form.Item>
              <Form.Item name={[name, 'from']} rules={rules}>
                <Input aria-label={t('queue.department.from')} placeholder="09:00" maxLength={5} />
              </Form.Item>
              <Form.Item name={[name, 'to']} rules={rules}>
                <Input aria-label={t('queue.department.to')} placeholder="18:00" maxLength={5} />
              </Form.Item>
              {spans.length > 1 && (
                <Button type="text" onClick={() => remove(name)}>
                  {t('words.remove')}
                </Button>
              )}
            </div>
          ))}
          <Button size="small" onClick={() => add({ days: [1, 2, 3, 4, 5], from: '13:00', to: '18:00' })}>
            {t('queue.department.addHours')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
