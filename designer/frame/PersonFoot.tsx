import { BulbOutlined, LogoutOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { User } from '../../api/people/contract.ts'
import { authClient } from '../session/auth-client.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { usePreferences } from './preferences.ts'

/** Who I am here, how I see it, and the way out. */
export function PersonFoot({ me, onGo }: { me: User; onGo?: () => void }) {
  const { t } = useTranslation()
  const { dark, setDark } = usePreferences()
  const queries = useQueryClient()
  const navigate = useNavigate()

  async function signOut() {
    await authClient.signOut()
    queries.clear()
    await navigate({ to: '/sign-in' })
  }

  return (
    <div className="person">
      <LanguageSwitch />
      <div className="person-line">
        <Tooltip title={t('notifications.choose')} placement="right">
          <Link to="/notifications" className="person-name" onClick={onGo}>
            <span aria-hidden>{[...me.name][0]}</span>
            <span>
              {me.name}
              <small>{t(`words.role.${me.role}`)}</small>
            </span>
          </Link>
        </Tooltip>
        <Tooltip title={t('frame.theme')}>
          <Button type="text" icon={<BulbOutlined />} aria-label={t('frame.theme')} onClick={() => setDark(!dark)} />
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
    </div>
  )
}
