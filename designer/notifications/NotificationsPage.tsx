import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChangedNoticeSettings } from '../../api/notifications/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ChoiceMatrix } from './ChoiceMatrix.tsx'
import './notifications.css'

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }))

/** How I am told of what concerns me. Each choice is kept as it is made. */
export function NotificationsPage() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: me } = useMe()
  const queryKey = ['notice-settings']
  const { data, error, refetch } = useQuery({ queryKey, queryFn: api.noticeSettings })
  const saving = useMutation({
    mutationFn: api.changeNoticeSettings,
    onMutate: (change) => {
      const before = data
      queries.setQueryData(queryKey, { ...before, ...change })
      return before
    },
    onError: (_error, _change, before) => queries.setQueryData(queryKey, before),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
  const save = (change: Partial<ChangedNoticeSettings>) =>
    data && saving.mutate({ choices: data.choices, digestHours: data.digestHours, ...change })
  return (
    <Page title={t('notifications.title')} hint={t('notifications.hint')}>
      {error && <Failure error={error} retry={refetch} />}
      {saving.error && <Failure error={saving.error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className="notification-settings">
          {!data.mailIsSetUp && (
            <Alert
              type="info"
              showIcon
              title={t('notifications.noMail')}
              description={t(me?.role === 'admin' ? 'notifications.noMailAdmin' : 'notifications.noMailHint')}
            />
          )}
          <Panel title={t('notifications.choices')}>
            <ChoiceMatrix
              choices={data.choices}
              mailIsSetUp={data.mailIsSetUp}
              choose={(topic, choice) => save({ choices: { ...data.choices, [topic]: choice } })}
            />
          </Panel>
          {data.mailIsSetUp && (
            <Panel title={t('notifications.digest')}>
              <div className="titled-body digest-hours">
                <label htmlFor="digest-hours">{t('notifications.digestAt')}</label>
                <Select
                  id="digest-hours"
                  mode="multiple"
                  maxCount={4}
                  value={data.digestHours}
                  options={hours}
                  onChange={(digestHours) => digestHours.length > 0 && save({ digestHours })}
                />
                <p className="quiet">{t('notifications.digestHint', { zone: data.timeZone })}</p>
              </div>
            </Panel>
          )}
        </div>
      )}
    </Page>
  )
}
