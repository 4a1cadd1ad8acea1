import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nextObjectionStep, type Objection } from '#engine/deal'
import { DueTime } from '../ui/DueTime.tsx'
import { useDealView } from './deal-view.ts'
import { ObjectionLife } from './ObjectionLife.tsx'
import { type ObjectionForm, ObjectionStep } from './ObjectionStep.tsx'

/** One objection: what the customer says, how far its answer is, and the one step that is next. After the customer's feedback the plan can be made anew as well. */
export function ObjectionCard({ id, objection }: { id: string; objection: Objection }) {
  const { t } = useTranslation()
  const { names, nameOf, mayChange, me } = useDealView()
  const [taking, setTaking] = useState<ObjectionForm>()
  const next = nextObjectionStep[objection.status]
  const needsAnother = next === 'supervise' && objection.implementedBy === me.id
  const about =
    objection.about && (names.effect(objection.about) === objection.about ? names.role : names.effect)(objection.about)
  return (
    <li className="objection" aria-label={objection.statement}>
      <div className="card-line">
        <strong>“{objection.statement}”</strong>
        {objection.dueAt && <DueTime at={objection.dueAt} />}
      </div>
      <p className="card-meta">
        <span>{names.objectionType(objection.type)}</span>
        {objection.stage && <span>{names.stage(objection.stage)}</span>}
        {about && <span>{t('deals.objections.aboutIs', { about })}</span>}
        {objection.blocks && <span className="blocks">{t('deals.objections.blocks')}</span>}
      </p>
      {objection.reopened && objection.status !== 'closed' && (
        <p className="quiet">{t('deals.objections.reopenedBecause', { reason: objection.reopened })}</p>
      )}
      <ObjectionLife status={objection.status} />
      {objection.strategy && (
        <div className="objection-plan">
          <strong>{t(`words.strategy.${objection.strategy}`)}</strong>
          <ol>
            {objection.steps?.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {objection.owner && (
            <small className="quiet">{t('deals.objections.ownedBy', { name: nameOf(objection.owner) })}</small>
          )}
          {objection.implementedBy && (
            <small className="quiet">
              {t('deals.objections.implementedBy', { name: nameOf(objection.implementedBy) })}
            </small>
          )}
          {objection.feedback && <blockquote>{objection.feedback}</blockquote>}
          {objection.supervisedBy && (
            <small className="quiet">
              {t('deals.objections.supervisedBy', { name: nameOf(objection.supervisedBy) })}
            </small>
          )}
        </div>
      )}
      {taking && (
        <ObjectionStep key={taking} step={taking} id={id} objection={objection} close={() => setTaking(undefined)} />
      )}
      {!taking && mayChange && next && (
        <div className="card-actions">
          {needsAnother ? (
            <small className="quiet">{t('deals.objections.needsAnother')}</small>
          ) : (
            <Button size="small" type="primary" onClick={() => setTaking(next)}>
              {t(`deals.objections.step.${next}`)}
            </Button>
          )}
          {['planned', 'fed-back', 'supervised'].includes(objection.status) && (
            <Button size="small" type="text" onClick={() => setTaking('plan')}>
              {t('deals.objections.planAgain')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
