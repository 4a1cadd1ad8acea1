import { App, Button, Form, Input, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { madePassword } from './made-password.ts'

const shortest = 8

/** A password to hand over: typed or made here, copied from here. Left empty for somebody who has one, it stays. */
export function PasswordField({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const form = Form.useFormInstance()
  const password: unknown = Form.useWatch('password', form)

  async function copy() {
    const isCopied = await navigator.clipboard
      ?.writeText(String(password))
      .then(() => true)
      .catch(() => false)
    void (isCopied ? message.success(t('people.copied')) : message.warning(t('people.notCopied')))
  }

  return (
    <Form.Item label={t(isNew ? 'people.password' : 'people.newPassword')} htmlFor="user_password">
      <Space.Compact block>
        <Form.Item
          name="password"
          noStyle
          rules={[
            { required: isNew, message: t('people.passwordMissing') },
            { min: shortest, message: t('people.passwordShort', { count: shortest }) },
          ]}
        >
          <Input
            size="middle"
            autoComplete="new-password"
            {...(!isNew && { placeholder: t('people.passwordStays') })}
          />
        </Form.Item>
        <Button size="middle" onClick={() => form.setFieldValue('password', madePassword())}>
          {t('people.generate')}
        </Button>
        <Button size="middle" disabled={!password} onClick={() => void copy()}>
          {t('people.copy')}
        </Button>
      </Space.Compact>
    </Form.Item>
  )
}
