import { useTranslation } from 'react-i18next'
import { useMe } from '../session/use-me.ts'
import { Page } from '../ui/Page.tsx'
import { UndeliveredMails } from './UndeliveredMails.tsx'
import { Webhooks } from './Webhooks.tsx'
import './notifications.css'

/** What leaves the product, and what did not arrive. */
export function DeliveryPage() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  return (
    <Page title={t('notifications.delivery.title')} hint={t('notifications.delivery.hint')}>
      <Webhooks />
      {me?.role === 'admin' && <UndeliveredMails />}
    </Page>
  )
}
