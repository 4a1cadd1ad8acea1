import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyAccountMark } from '../key-accounts/KeyAccountMark.tsx'
import { Ago } from '../ui/Ago.tsx'
import { CloseDeal } from './CloseDeal.tsx'
import { DealOutcome } from './DealOutcome.tsx'
import { useDealView } from './deal-view.ts'
import { LockDeal } from './LockDeal.tsx'

/** Whose purchase it is, where it stands, what it has cost so far, and the one thing to do next. */
export function DealHead() {
  const { t } = useTranslation()
  const { page, names, mayChange, mayMoveSupport, record } = useDealView()
  const [closing, setClosing] = useState(false)
  const [locking, setLocking] = useState(false)
  const { deal, state, version } = page
  return (
    <header className="deal-head">
      <div className="deal-title">
        <h1>{deal.name}</h1>
        <p>
          {deal.account && <strong>{deal.account}</strong>}
          {deal.keyAccount && <KeyAccountMark />}
          <span className="quiet">
            {deal.freeForm
              ? t('deals.free.segment', { segment: deal.segment.name })
              : t('deals.segmentVersion', { segment: deal.segment.name, version })}
          </span>
        </p>
      </div>
      <dl className="deal-facts">
        <Datum name={t(state.status === 'closed' ? 'deals.endedAs' : 'deals.standsAt')}>
          {state.status === 'closed' ? (
            <DealOutcome outcome={state.outcome} />
          ) : deal.freeForm ? (
            <span className="quiet">{t('deals.free.noModel')}</span>
          ) : (
            deal.openStages.map(({ id, name }) => (
              <span key={id} className="stage-mark">
                {name}
              </span>
            ))
          )}
        </Datum>
        <Datum name={t('words.owner')}>{deal.owner.name}</Datum>
        <Datum name={t('words.style')}>
          {state.style ? names.style(state.style) : <span className="quiet">{t('deals.style.none')}</span>}
        </Datum>
        <Datum name={t('words.effort')}>{t('deals.interactions', { count: state.effort })}</Datum>
        <Datum name={t('deals.openedAt')}>
          <Ago at={state.openedAt} />
        </Datum>
      </dl>
      {mayChange && (
        <div className="deal-actions">
          <Button type="primary" size="large" onClick={() => record([])}>
            {t('deals.record.title')}
          </Button>
          <Button size="large" type="text" onClick={() => setClosing(true)}>
            {t('deals.close.title')}
          </Button>
          {mayMoveSupport && (
            <Button size="large" type="text" onClick={() => setLocking(true)}>
              {t('support.lock.lock')}
            </Button>
          )}
          <LockDeal open={locking} close={() => setLocking(false)} />
          <CloseDeal open={closing} close={() => setClosing(false)} />
        </div>
      )}
      {state.closedReason && (
        <p className="deal-closed-reason">
          {t('deals.close.reasonWas', { reason: state.closedReason })} {state.closedAt && <Ago at={state.closedAt} />}
        </p>
      )}
    </header>
  )
}

function Datum({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
