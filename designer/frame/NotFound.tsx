import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <main className="not-found">
      <h1>{t('frame.notFound')}</h1>
      <Link to="/">{t('frame.home')}</Link>
    </main>
  )
}
