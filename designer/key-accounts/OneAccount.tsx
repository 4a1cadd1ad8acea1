import { StarFilled } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KeyAccountPage } from '../../api/key-accounts/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Ago } from '../ui/Ago.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Panel } from '../ui/Panel.tsx'
import { LastInteractions } from '../visits/LastInteractions.tsx'
import { VisitCard } from '../visits/VisitCard.tsx'
import '../visits/visits.css'
import { AccountDeals } from './AccountDeals.tsx'

/** One key account: why it is one, its deals and what holds them, visits to come, what was said, and what managers said of that. */
export function OneAccount({ account, gone }: { account: string; gone: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['key-accounts', 'one', account],
    queryFn: () => api.keyAccount(account),
    refetchInterval: 60_000,
  })
  if (error) return <Failure error={error} retry={refetch} />
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />
  return <Shown page={data} gone={gone} />
}

function Shown({ page, gone }: { page: KeyAccountPage; gone: () => void }) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { account, deals, standing, visits, interactions, remarks } = page
  return (
    <div className="key-account">
      <Head page={page} gone={gone} />
      <Panel title={t('frame.deals')} count={deals.length}>
        <AccountDeals deals={deals} standing={standing} />
      </Panel>
      {me && visits.length > 0 && (
        <section aria-label={t('keyAccounts.visits')}>
          <h2 className="key-account-part">{t('keyAccounts.visits')}</h2>
          <ul className="visits">
            {visits.map((visit) => (
              <VisitCard key={`${visit.deal.id} ${visit.request}`} visit={visit} me={me} />
            ))}
          </ul>
        </section>
      )}
      <div className="key-account-pair">
        <Panel title={t('keyAccounts.interactions')}>
          <div className="titled-body visit-know-list">
            <LastInteractions interactions={interactions} byDeal />
          </div>
        </Panel>
        <Panel title={t('keyAccounts.remarks')} count={remarks.length}>
          <div className="titled-body visit-know-list">
            {remarks.length === 0 && <p className="quiet">{t('keyAccounts.noRemark', { account: account.name })}</p>}
            <ul>
              {remarks.map(({ id, kind, text, by, at, deal }) => (
                <li key={id}>
                  <small className="quiet">
                    {t(`coaching.said.${kind}`, { name: by.name })} · <Ago at={at} />
                    {' · '}
                    <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
                      {deal.name}
                    </Link>
                  </small>
                  <p>{text}</p>
                </li>
              ))}
            </ul>
          </div>
        </Panel>
      </div>
    </div>
  )
}

function Head({ page: { account, mark }, gone }: { page: KeyAccountPage; gone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const unmark = useMutation({
    mutationFn: () => api.unmarkAccount(account.id),
    onSuccess: async () => {
      gone()
      await queries.invalidateQueries({ queryKey: ['key-accounts', 'list'] })
    },
  })
  return (
    <header className="key-account-head">
      <h2>
        <StarFilled aria-hidden /> {account.name}
      </h2>
      <p>
        {mark.reason}{' '}
        <small className="quiet">
          {t('keyAccounts.markedBy', { name: mark.by.name })} · <Ago at={mark.at} />
        </small>
      </p>
      <Popconfirm
        title={t('keyAccounts.unmarkSure', { account: account.name })}
        okText={t('keyAccounts.unmark')}
        cancelText={t('words.cancel')}
        onConfirm={() => unmark.mutate()}
      >
        <Button size="small" type="text" loading={unmark.isPending}>
          {t('keyAccounts.unmark')}
        </Button>
      </Popconfirm>
    </header>
  )
}
