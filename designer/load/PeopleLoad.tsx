import { useTranslation } from 'react-i18next'
import type { DepartmentLoad } from '#engine'
import { Nothing } from '../ui/Nothing.tsx'
import { Tone } from '../ui/Tone.tsx'
import { useWeekName } from './use-week-name.ts'

type Person = DepartmentLoad['people'][number]
type Props = { now: DepartmentLoad; then: DepartmentLoad; names: Record<string, string>; weeks: readonly string[] }

/** Each of a department's people: what they have of what they can have, what is due when, and when they are away. */
export function PeopleLoad({ now, then, names, weeks }: Props) {
  const { t } = useTranslation()
  const weekName = useWeekName(weeks)
  if (then.people.length === 0) return <Nothing title={t('load.nobody')}>{t('load.nobodyHint')}</Nothing>
  return (
    <table className="dense load-people">
      <thead>
        <tr>
          <th>{t('load.who')}</th>
          <th className="number">{t('load.open')}</th>
          <th className="number">{t('load.overdueNow')}</th>
          {weeks.slice(1).map((end, n) => (
            <th key={end} className="number">
              {weekName(n)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {then.people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            was={now.people.find(({ id }) => id === person.id) ?? person}
            weekName={weekName}
            name={names[person.id] ?? person.id}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { person: Person; was: Person; name: string; weekName: (n: number) => string }

function PersonRow({ person, was, name, weekName }: RowProps) {
  const { t, i18n } = useTranslation()
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  const isFull = person.capacity !== null && person.open > person.capacity
  return (
    <tr>
      <td>
        {name} {person.isAway && <Tone tone="plain">{t('load.away')}</Tone>}
      </td>
      <td className={isFull ? 'number is-over' : 'number'} data-name={t('load.open')}>
        <Figure now={person.open} was={was.open} />
        <small className={person.capacity === was.capacity ? 'quiet' : 'is-changed'}>
          {' '}
          {person.capacity === null ? t('load.ofAny') : t('load.of', { count: person.capacity })}
        </small>
      </td>
      <td className={person.overdue > 0 ? 'number is-over' : 'number'} data-name={t('load.overdueNow')}>
        <Figure now={person.overdue} was={was.overdue} />
      </td>
      {person.weeks.map(({ due, present }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a week is known by which it is
        <td key={n} className={present < 1 ? 'number is-away' : 'number'} data-name={weekName(n)}>
          <Figure now={due} was={was.weeks[n]?.due ?? due} />
          {present < 1 && <small className="quiet">{t('load.present', { share: percent.format(present) })}</small>}
        </td>
      ))}
    </tr>
  )
}

/** A number, and what it was where it would change. */
function Figure({ now, was }: { now: number; was: number }) {
  if (now === was) return now === 0 ? <span className="quiet">0</span> : <b>{now}</b>
  return (
    <>
      <s className="quiet">{was}</s> <b className="is-changed">{now}</b>
    </>
  )
}
