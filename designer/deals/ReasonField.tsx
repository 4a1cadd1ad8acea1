import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** The reason of a step, in one line: no step outside the plain way is taken without one. */
export function ReasonField({ autoFocus = false, hint }: { autoFocus?: boolean; hint?: string }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="reason"
      label={t('words.reason')}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: t('deals.reasonMissing') }]}
    >
      <Input autoFocus={autoFocus} maxLength={1000} />
    </Form.Item>
  )
}
