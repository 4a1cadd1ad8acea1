import { useTranslation } from 'react-i18next'
import './key-account-mark.css'

/** Says of an account that managers look after it themselves. */
export function KeyAccountMark() {
  const { t } = useTranslation()
  return <span className="key-account-mark">{t('keyAccounts.one')}</span>
}
