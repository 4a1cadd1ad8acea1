import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { Widgets } from '../frame/Widgets.tsx'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import '../session/sign-in.css'
import './notifications.css'

/** What a mail's link opens, also for who is not signed in: which mails it ends, and the button that does. */
export function UnsubscribePage() {
  return (
    <Widgets>
      <Ending />
    </Widgets>
  )
}

function Ending() {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/unsubscribe/$token' })
  const { data, error } = useQuery({
    queryKey: ['unsubscribing', token],
    queryFn: () => api.unsubscribing(token),
    retry: false,
  })
  const ending = useMutation({ mutationFn: () => api.unsubscribe(token) })
  const told = ending.data ?? data
  const failure = ending.error ?? error
  return (
    <main className="sign-in">
      <section className="sign-in-story">
        <div className="brand brand-large">Keynode</div>
        <h1>{t('notifications.unsubscribe.title')}</h1>
        <p>{t('notifications.unsubscribe.hint')}</p>
      </section>
      <section className="sign-in-form unsubscribe">
        <div className="sign-in-language">
          <LanguageSwitch />
        </div>
        {failure && <Failure error={failure} />}
        {!told && !failure && <Skeleton active paragraph={{ rows: 4 }} />}
        {told && (
          <>
            <h2>{t(told.ended ? 'notifications.unsubscribe.ended' : 'notifications.unsubscribe.ask')}</h2>
            <ul>
              {told.topics.map((topic) => (
                <li key={topic}>
                  <strong>{t(`notifications.topic.${topic}`)}</strong>
                  <small className="quiet">{t(`notifications.topicHint.${topic}`)}</small>
                </li>
              ))}
            </ul>
            {told.ended ? (
              <Alert type="success" showIcon title={t('notifications.unsubscribe.stays')} />
            ) : (
              <Button type="primary" size="large" block loading={ending.isPending} onClick={() => ending.mutate()}>
                {t('notifications.unsubscribe.submit')}
              </Button>
            )}
          </>
        )}
        {(told || failure) && (
          <p>
            <Link to="/notifications">{t('notifications.unsubscribe.choose')}</Link>
          </p>
        )}
      </section>
    </main>
  )
}
