import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Owed } from '../../api/work/contract.ts'
import { DueTime } from '../ui/DueTime.tsx'
import { useObjectionType } from './use-objection-type.ts'

/** An objection whose next step is mine; it is taken on its deal, where its life stands. */
export function ObjectionItem({ objection }: { objection: Owed<'objection'> }) {
  const { t } = useTranslation()
  const nameOfType = useObjectionType()
  const { type } = objection
  return (
    <li aria-label={objection.name}>
      <div className="task-what">{t(`today.step.${objection.step}`, { statement: objection.name })}</div>
      <div>
        <DueTime at={objection.dueAt} />
      </div>
      <div className="task-where">
        <Link to="/deals/$dealId" params={{ dealId: objection.dealId }}>
          {objection.dealName}
        </Link>{' '}
        <small className="quiet">
          {[objection.account, nameOfType({ id: type, name: type }), objection.stage].filter(Boolean).join(' · ')}
        </small>
      </div>
    </li>
  )
}
