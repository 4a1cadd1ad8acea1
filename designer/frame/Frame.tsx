import { Navigate, Outlet } from '@tanstack/react-router'
import { App, Button, Result, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../refusal.ts'
import { useMe } from '../session/use-me.ts'
import { useMedia } from '../ui/use-media.ts'
import { PhoneBar } from './PhoneBar.tsx'
import { Rail } from './Rail.tsx'
import { useLive } from './use-live.ts'
import { useTellLocale } from './use-tell-locale.ts'
import { Widgets } from './Widgets.tsx'
import './frame.css'

/** What stands around every page of somebody who is signed in. */
export function Frame() {
  return (
    <Widgets>
      <App className="frame">
        <Inside />
      </App>
    </Widgets>
  )
}

function Inside() {
  const { t } = useTranslation()
  const { data: me, error, refetch } = useMe()
  const isPhone = useMedia('(max-width: 760px)')
  useLive(me?.id)
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
  return (
    <>
      <button type="button" className="skip" onClick={toContent}>
        {t('frame.skip')}
      </button>
      {isPhone ? <PhoneBar me={me} /> : <Rail me={me} />}
      <Outlet />
    </>
  )
}

/** Past the rooms, for those who walk by keyboard. */
function toContent() {
  const main = document.querySelector('main')
  main?.setAttribute('tabindex', '-1')
  main?.focus()
}
