import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhyNotYet } from '#engine'
import { Ago } from '../ui/Ago.tsx'
import { useDealView } from './deal-view.ts'
import { MissingFactLine } from './MissingFactLine.tsx'
import { WhatWorked } from './WhatWorked.tsx'
import { waysOn } from './ways-on.ts'

const waysAtOnce = 3

/** What one stage still waits for. */
export function WhyNotYetStage({ why, headless = false }: { why: WhyNotYet; headless?: boolean }) {
  const { t } = useTranslation()
  const { page, names, departmentName } = useDealView()
  const [all, setAll] = useState(false)
  const { always, ways } = waysOn(why.sets)
  const shown = all ? ways : ways.slice(0, waysAtOnce)
  const openedAt = page.state.stages[why.stage]?.openedAt
  return (
    <section className="why-stage" aria-label={names.stage(why.stage)}>
      {!headless && (
        <h3>
          <span className="stage-mark">{names.stage(why.stage)}</span>
          {openedAt && (
            <small className="quiet">
              {t('deals.why.openSince')} <Ago at={openedAt} />
            </small>
          )}
        </h3>
      )}
      {why.objections.length > 0 && (
        <p className="why-held">
          {t('deals.why.held', { count: why.objections.length })}{' '}
          {why.objections.map((id) => `“${page.state.objections[id]?.statement ?? id}”`).join(', ')}
        </p>
      )}
      {why.locks.map((department) => (
        <p key={department} className="why-held">
          {t('support.lock.holds', {
            department: departmentName(department),
            reason: page.state.locks?.[department]?.reason,
          })}
        </p>
      ))}
      {why.refusals.map((id) => (
        <p key={id} className="why-held">
          {t('support.refusedByModel', {
            name: page.state.supportRequests[id]?.name ?? id,
            reason: page.state.supportRequests[id]?.note,
          })}
        </p>
      ))}
      {why.sets.length === 0 && <p className="why-held">{t('deals.why.never')}</p>}
      {why.sets.length > 0 && always.length + ways.length === 0 && why.objections.length === 0 && (
        <p className="quiet">{t('deals.why.factsThere')}</p>
      )}
      {always.length > 0 && (
        <ul className="missing">
          {always.map((missing) => (
            <MissingFactLine key={missing.fact} missing={missing} />
          ))}
        </ul>
      )}
      {ways.length > 0 && (
        <div className="ways">
          <p className="quiet">
            {t(always.length > 0 ? 'deals.why.andOneOf' : 'deals.why.oneOf', { count: ways.length })}
          </p>
          {shown.map((way, n) => (
            <Fragment key={way.map(({ fact }) => fact).join(' ')}>
              {n > 0 && <span className="ways-or">{t('deals.why.or')}</span>}
              <ul className="missing way">
                {way.map((missing) => (
                  <MissingFactLine key={missing.fact} missing={missing} />
                ))}
              </ul>
            </Fragment>
          ))}
          {shown.length < ways.length && (
            <Button type="link" size="small" onClick={() => setAll(true)}>
              {t('deals.why.moreWays', { count: ways.length - shown.length })}
            </Button>
          )}
        </div>
      )}
      {why.status === 'open' && <WhatWorked stage={why.stage} />}
    </section>
  )
}
