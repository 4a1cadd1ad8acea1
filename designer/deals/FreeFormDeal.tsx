import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Panel } from '../ui/Panel.tsx'
import { ChainPanel } from './ChainPanel.tsx'
import { useDealView } from './deal-view.ts'
import './free-form.css'
import { History } from './History.tsx'
import { KnownFacts } from './KnownFacts.tsx'
import { ObjectionsPanel } from './ObjectionsPanel.tsx'
import { PutUnderModel } from './PutUnderModel.tsx'
import { SupportPanel } from './SupportPanel.tsx'
import { TasksPanel } from './TasksPanel.tsx'

/** A deal that no model asks anything of: what is known, owed, objected and asked for, who takes part, what happened; and the way under a model. */
export function FreeFormDeal() {
  const { t } = useTranslation()
  return (
    <>
      <UnderModel />
      <div className="deal-columns free-form">
        <div className="deal-now">
          <KnownFacts />
        </div>
        <div className="deal-side">
          <TasksPanel />
          <ObjectionsPanel />
          <SupportPanel />
          <ChainPanel />
        </div>
        <div className="deal-past">
          <Panel title={t('deals.history.title')}>
            <History />
          </Panel>
        </div>
      </div>
    </>
  )
}

function UnderModel() {
  const { t } = useTranslation()
  const { page, mayChange } = useDealView()
  const [putting, setPutting] = useState(false)
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const version = segments.data?.items.find(({ id }) => id === page.deal.segment.id)?.publishedVersion ?? null
  return (
    <section className="panel free-form-notice" aria-label={t('deals.free.title')}>
      <div>
        <strong>{t('deals.free.title')}</strong>
        <p className="quiet">
          {version === null
            ? t('deals.free.noModelYet', { segment: page.deal.segment.name })
            : t('deals.free.hasModel')}
        </p>
      </div>
      {mayChange && version !== null && (
        <Button type="primary" onClick={() => setPutting(true)}>
          {t('deals.free.put')}
        </Button>
      )}
      {putting && <PutUnderModel close={() => setPutting(false)} />}
    </section>
  )
}
