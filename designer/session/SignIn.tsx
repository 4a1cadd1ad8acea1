import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { authClient } from './auth-client.ts'
import { SignInField } from './SignInField.tsx'
import './sign-in.css'

/** The first page that anybody loads: it carries none of what the others are made of, and fetches that while somebody types. */
export function SignIn() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<string>()
  const [isTried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [shown, show] = useState(false)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const isEmail = /^\S+@\S+$/.test(email)

  async function signIn(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setFailure(undefined)
    if (!isEmail || password === '') return
    setBusy(true)
    const { error } = await authClient.signIn.email({ email, password }).catch(() => ({ error: { status: 0 } }))
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
        <form noValidate onSubmit={(event) => void signIn(event)} onInput={() => void import('../frame/Frame.tsx')}>
          <p className="sign-in-failure" role="alert">
            {failure}
          </p>
          <SignInField
            label={t('frame.signIn.email')}
            fault={isTried && !isEmail ? t('frame.signIn.emailMissing') : undefined}
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <SignInField
            label={t('frame.signIn.password')}
            fault={isTried && password === '' ? t('frame.signIn.passwordMissing') : undefined}
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
          <button type="button" className="sign-in-show" onClick={() => show(!shown)}>
            {t(shown ? 'frame.signIn.hide' : 'frame.signIn.show')}
          </button>
          <button type="submit" className="sign-in-submit" disabled={busy}>
            {t('frame.signIn.submit')}
          </button>
        </form>
      </section>
    </main>
  )
}
