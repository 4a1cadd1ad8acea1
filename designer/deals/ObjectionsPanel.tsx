import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../ui/Panel.tsx'
import { useDealView } from './deal-view.ts'
import { ObjectionCard } from './ObjectionCard.tsx'
import { RaiseObjection } from './RaiseObjection.tsx'
import './objections.css'

/** What holds the customer back, each at its place in its life. */
export function ObjectionsPanel() {
  const { t } = useTranslation()
  const { page, mayChange, names } = useDealView()
  const [raising, setRaising] = useState(false)
  const objections = Object.entries(page.state.objections).sort(([, a], [, b]) => a.raisedAt.localeCompare(b.raisedAt))
  const open = objections.filter(([, { status }]) => status !== 'closed')
  const closed = objections.filter(([, { status }]) => status === 'closed').reverse()
  const canRaise = mayChange && page.model.objectionTypes.length > 0
  return (
    <Panel
      title={t('words.objections')}
      count={open.length}
      actions={
        canRaise &&
        !raising && (
          <Button size="small" onClick={() => setRaising(true)}>
            {t('deals.objections.raise')}
          </Button>
        )
      }
    >
      {raising && <RaiseObjection close={() => setRaising(false)} />}
      {open.length === 0 && !raising && (
        <p className="titled-body quiet">
          {t(page.model.objectionTypes.length > 0 ? 'deals.objections.none' : 'deals.objections.noTypes')}
        </p>
      )}
      <ul className="cards">
        {open.map(([id, objection]) => (
          <ObjectionCard key={id} id={id} objection={objection} />
        ))}
      </ul>
      {closed.length > 0 && (
        <details className="fold past">
          <summary>{t('deals.objections.closed', { count: closed.length })}</summary>
          <ul>
            {closed.map(([id, objection]) => (
              <li key={id}>
                <span>{objection.statement}</span>
                <small className="quiet">
                  {names.objectionType(objection.type)}
                  {objection.outcome && ` · ${t(`words.outcome.${objection.outcome}`)}`}
                  {objection.feedback && ` · ${objection.feedback}`}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
