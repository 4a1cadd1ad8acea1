import { LockOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Ago } from '../ui/Ago.tsx'
import './lock.css'

/** That a department holds a purchase where it stands, why, and since when. */
export function LockSentence(lock: { department: string; reason: string; by: string; at: string }) {
  const { t } = useTranslation()
  const { department, reason, by, at } = lock
  return (
    <p className="lock-sentence">
      <LockOutlined aria-hidden /> <strong>{t('support.lock.lockedBy', { department })}</strong> {reason}{' '}
      <small className="quiet">
        {by} · <Ago at={at} />
      </small>
    </p>
  )
}
