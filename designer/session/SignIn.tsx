import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { authClient } from './auth-client.ts'

export function SignIn() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function signIn(credentials: { email: string; password: string }) {
    setBusy(true)
    setFailure(undefined)
    const { error } = await authClient.signIn.email(credentials).catch(() => ({ error: { status: 0 } }))
    setBusy(false)
    if (error) return setFailure(error.status === 401 ? t('frame.signIn.wrong') : t('frame.signIn.unavailable'))
    await queries.invalidateQueries()
    await navigate({ to: '/' })
  }

  return (
    <main className="sign-in">
      <section className="sign-in-story">
        <div className="brand brand-large">Keynode</div>
        <h1>{t('frame.signIn.promise')}</h1>
        <p>{t('frame.signIn.explanation')}</p>
        <div className="sign-in-map" aria-hidden="true">
          {[1, 2, 3, 4].map((n) => (
            <span key={n} className={n < 3 ? 'done' : n === 3 ? 'open' : ''} />
          ))}
        </div>
      </section>
      <section className="sign-in-form">
        <div className="sign-in-language">
          <LanguageSwitch />
        </div>
        <h2>{t('frame.signIn.title')}</h2>
        {failure && <Alert type="error" showIcon title={failure} style={{ marginBottom: 16 }} />}
        <Form layout="vertical" size="large" onFinish={signIn} requiredMark={false}>
          <Form.Item
            name="email"
            label={t('frame.signIn.email')}
            rules={[{ required: true, type: 'email', message: t('frame.signIn.emailMissing') }]}
          >
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('frame.signIn.password')}
            rules={[{ required: true, message: t('frame.signIn.passwordMissing') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('frame.signIn.submit')}
          </Button>
        </Form>
      </section>
    </main>
  )
}
