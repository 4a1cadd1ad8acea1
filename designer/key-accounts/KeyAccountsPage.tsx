import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { CohortViews } from '../cohort/CohortViews.tsx'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { pageNumber, usePlaceInList } from '../ui/use-place-in-list.ts'
import { AccountList } from './AccountList.tsx'
import './key-accounts.css'
import { MarkAccount } from './MarkAccount.tsx'
import { OneAccount } from './OneAccount.tsx'

const pageSize = 50
const placeSchema = z.object({ page: pageNumber, account: z.coerce.string().optional().catch(undefined) })

/** The accounts that matter most, and of one of them all that is under way. */
export function KeyAccountsPage() {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(placeSchema)
  const [marking, setMarking] = useState(false)
  const query = { page: place.page, pageSize }
  const { data, error, refetch } = useQuery({
    queryKey: ['key-accounts', 'list', query],
    queryFn: () => api.keyAccounts(query),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
  const shown = place.account ?? data?.items[0]?.account.id
  return (
    <Page
      wide
      title={t('keyAccounts.title')}
      hint={data && t('keyAccounts.count', { count: data.total })}
      actions={
        <Button type="primary" size="middle" onClick={() => setMarking(true)}>
          {t('keyAccounts.mark')}
        </Button>
      }
    >
      <CohortViews />
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.total === 0 && (
        <div className="panel">
          <Nothing title={t('keyAccounts.none')}>{t('keyAccounts.noneHint')}</Nothing>
        </div>
      )}
      {data && shown !== undefined && (data.total > 0 || place.account !== undefined) && (
        <div className="key-accounts">
          <aside>
            <AccountList accounts={data.items} shown={shown} show={(account) => go({ ...place, account })} />
            <Pages page={place.page} size={pageSize} total={data.total} show={(page) => go({ page })} />
          </aside>
          <OneAccount key={shown} account={shown} gone={() => go({ page: 1 })} />
        </div>
      )}
      {marking && (
        <MarkAccount
          close={() => setMarking(false)}
          marked={(account) => {
            setMarking(false)
            go({ page: 1, account })
          }}
        />
      )}
    </Page>
  )
}
