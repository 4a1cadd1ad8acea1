import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { lockedBy } from '#engine/deal'
import { useDealView } from './deal-view.ts'

/** Why a step that would move the purchase on is not taken while a department holds it; nothing where none does. */
export function LockedHint() {
  const { t, i18n } = useTranslation()
  const { page, departmentName } = useDealView()
  const locked = lockedBy(page.state)
  if (locked.length === 0) return null
  const departments = new Intl.ListFormat(i18n.language).format(locked.map(departmentName))
  return <Alert className="step-failure" type="warning" showIcon title={t('support.lock.first', { departments })} />
}
