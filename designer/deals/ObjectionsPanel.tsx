import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../ui/Panel.tsx'
import { ClosedObjection } from './ClosedObjection.tsx'
import { useDealView } from './deal-view.ts'
import { ObjectionCard } from './ObjectionCard.tsx'
import { RaiseObjection } from './RaiseObjection.tsx'
import './objections.css'

/** What holds the customer back, each at its place in its life. */
export function ObjectionsPanel() {
  const { t } = useTranslation()
  const { page, mayChange } = useDealView()
  const [raising, setRaising] = useState(false)
  const objections = Object.entries(page.state.objections).sort(([, a], [, b]) => a.raisedAt.localeCompare(b.raisedAt))
  const open = objections.filter(([, { status }]) => status !== 'closed')
  const past = objections.filter(([, { status }]) => status === 'closed').reverse()
  const crossed = past.filter(([, { outcome }]) => outcome === 'crossed')
  const closed = past.filter(([, { outcome }]) => outcome !== 'crossed')
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
      {crossed.length > 0 && (
        <ul className="cards">
          {crossed.map(([id, objection]) => (
            <ClosedObjection key={id} id={id} objection={objection} />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <details className="fold past">
          <summary>{t('deals.objections.closed', { count: closed.length })}</summary>
          <ul>
            {closed.map(([id, objection]) => (
              <ClosedObjection key={id} id={id} objection={objection} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
