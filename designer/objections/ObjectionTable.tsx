import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectionRow } from '../../api/objections/contract.ts'
import { useObjectionType } from '../deals/use-objection-type.ts'
import { Ago } from '../ui/Ago.tsx'
import { DueTime } from '../ui/DueTime.tsx'
import { SortedHeading } from '../ui/SortedHeading.tsx'
import { Tone } from '../ui/Tone.tsx'
import { type ObjectionsPlace, sortOf } from './objections-place.ts'

type Props = {
  objections: ObjectionRow[]
  chosen: ObjectionRow[]
  choose: (chosen: ObjectionRow[]) => void
  place: ObjectionsPlace
  go: (place: Partial<ObjectionsPlace>) => void
}

/** Objections, one a line: what the customer says about what, how far its answer is, and who answers for it. */
export function ObjectionTable({ objections, chosen, choose, place, go }: Props) {
  const { t } = useTranslation()
  const nameOfType = useObjectionType()
  const plannable = objections.filter(canBePlanned)
  const others = chosen.filter((one) => !objections.some((listed) => isSame(one, listed)))
  const here = chosen.filter((one) => plannable.some((listed) => isSame(one, listed)))
  const toggle = (objection: ObjectionRow, isChosen: boolean) =>
    choose(isChosen ? [...chosen, objection] : chosen.filter((one) => !isSame(one, objection)))
  const heading = (by: NonNullable<ObjectionsPlace['order']>, label: string) => (
    <SortedHeading
      label={label}
      by={by}
      sorted={sortOf(place)}
      sort={(sorted) => go({ ...place, page: 1, ...sorted })}
    />
  )
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>
            {plannable.length > 0 && (
              <Checkbox
                aria-label={t('objections.chooseAll')}
                checked={here.length === plannable.length}
                indeterminate={here.length > 0 && here.length < plannable.length}
                onChange={({ target }) => choose(target.checked ? [...others, ...plannable] : others)}
              />
            )}
          </th>
          <th>{t('objections.says')}</th>
          {heading('deal', t('words.deal'))}
          <th>{t('words.stage')}</th>
          <th>{t('objections.plan')}</th>
          <th>{t('objections.answersFor')}</th>
          {heading('raised', t('objections.standing'))}
          {heading('due', t('words.due'))}
        </tr>
      </thead>
      <tbody>
        {objections.map((objection) => (
          <tr key={`${objection.deal.id} ${objection.id}`}>
            <td className="choice">
              {canBePlanned(objection) && (
                <Checkbox
                  aria-label={t('objections.choose', { statement: objection.statement, deal: objection.deal.name })}
                  checked={chosen.some((one) => isSame(one, objection))}
                  onChange={({ target }) => toggle(objection, target.checked)}
                />
              )}
            </td>
            <td>
              <strong>“{objection.statement}”</strong>
              <small className="quiet">
                {nameOfType(objection.type)}
                {objection.about && ` · ${t('deals.objections.aboutIs', { about: objection.about })}`}
              </small>
            </td>
            <td data-name={t('words.deal')}>
              <Link to="/deals/$dealId" params={{ dealId: objection.deal.id }} className="row-link">
                {objection.deal.name}
              </Link>
              <small className="quiet">{objection.account ?? objection.segment.name}</small>
            </td>
            <td data-name={t('words.stage')}>
              {objection.stage?.name ?? <span className="quiet">—</span>}
              {objection.blocks && !objection.crossed && (
                <small className="objection-blocks">{t('deals.objections.blocks')}</small>
              )}
            </td>
            <td data-name={t('objections.plan')}>
              {objection.strategy ? (
                t(`words.strategy.${objection.strategy}`)
              ) : (
                <span className="quiet">{t('objections.noPlan')}</span>
              )}
              <small className="quiet">{t(`words.objectionStatus.${objection.status}`)}</small>
            </td>
            <td data-name={t('objections.answersFor')}>{objection.owner.name}</td>
            <td data-name={t('objections.standing')}>
              <Ago at={objection.raisedAt} />
            </td>
            <td data-name={t('words.due')}>
              {objection.crossed ? (
                <Tone tone="warn">{t('deals.objections.crossed')}</Tone>
              ) : (
                <DueTime at={objection.dueAt} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** While an answer is being given, its plan stands. */
const canBePlanned = ({ status }: ObjectionRow): boolean => status !== 'closed' && status !== 'implemented'

const isSame = (one: ObjectionRow, other: ObjectionRow): boolean => one.id === other.id && one.deal.id === other.deal.id
