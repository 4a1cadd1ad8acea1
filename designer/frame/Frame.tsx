import { BulbOutlined, LogoutOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Button, Result, Spin, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../api-client.ts'
import { SearchBox } from '../search/SearchBox.tsx'
import { authClient } from '../session/auth-client.ts'
import { useMe } from '../session/use-me.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { NoticeBell } from './NoticeBell.tsx'
import { placeOf, places } from './places.ts'
import { usePreferences } from './preferences.ts'
import { useLive } from './use-live.ts'
import { useTellLocale } from './use-tell-locale.ts'

export function Frame() {
  const { t } = useTranslation()
  const { data: me, error, refetch } = useMe()
  const { dark, setDark } = usePreferences()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const path = useLocation({ select: ({ pathname }) => pathname })
  useLive(me !== undefined)
  useTellLocale(me?.id)
  if (error instanceof Refusal && error.status === 401) return <Navigate to="/sign-in" />
  if (error)
    return (
      <Result
        status="warning"
        title={t('frame.unreachable')}
        subTitle={error.message}
        extra={<Button onClick={() => void refetch()}>{t('frame.retry')}</Button>}
      />
    )
  if (!me) return <Spin fullscreen />

  const here = placeOf(path, me.role)

  async function signOut() {
    await authClient.signOut()
    queries.clear()
    await navigate({ to: '/sign-in' })
  }

  return (
    <div className="frame">
      <header className="frame-bar">
        <Link to="/" className="brand">
          Keynode
        </Link>
        <nav className="frame-places">
          {places
            .filter(({ roles }) => roles.includes(me.role))
            .map(({ to, label }) => (
              <Link key={to} to={to} activeProps={{}} className={to === here ? 'active' : ''}>
                {t(label)}
              </Link>
            ))}
        </nav>
        <div className="frame-person">
          <SearchBox me={me} />
          <NoticeBell />
          <LanguageSwitch />
          <Tooltip title={t('frame.theme')}>
            <Button type="text" icon={<BulbOutlined />} aria-label={t('frame.theme')} onClick={() => setDark(!dark)} />
          </Tooltip>
          <Tooltip title={t('notifications.choose')}>
            <Link to="/notifications" className="frame-name">
              {me.name}
              <small>{t(`words.role.${me.role}`)}</small>
            </Link>
          </Tooltip>
          <Tooltip title={t('frame.signOut')}>
            <Button
              type="text"
              icon={<LogoutOutlined />}
              aria-label={t('frame.signOut')}
              onClick={() => void signOut()}
            />
          </Tooltip>
        </div>
      </header>
      <Outlet />
    </div>
  )
}
