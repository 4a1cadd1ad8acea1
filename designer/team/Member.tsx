import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Availability } from '../../api/calendars/contract.ts'
import type { RequestRow } from '../../api/work/contract.ts'
import { useShownDays } from '../queue/use-shown-days.ts'
import { Tone } from '../ui/Tone.tsx'
import { useNow } from '../ui/use-now.ts'
import { TeamRequests } from './TeamRequests.tsx'

type Props = {
  member: Availability['members'][number]
  isMe: boolean
  requests: RequestRow[]
  handOver: (request: RequestRow) => void
}

/** One of a team: how much they have of what they can have, whether they are away, and each request that they have. */
export function Member({ member: { name, capacity, absences }, isMe, requests, handOver }: Props) {
  const { t } = useTranslation()
  const title = useId()
  const now = useNow()
  const days = useShownDays()
  const overdue = requests.filter(({ dueAt, askedBackAt }) => !askedBackAt && dueAt && Date.parse(dueAt) < now).length
  const isFull = capacity !== null && requests.length > capacity
  return (
    <section className="panel titled" aria-labelledby={title}>
      <header className="titled-head team-member">
        <h2 id={title}>
          {name} {isMe && <small className="quiet">{t('team.you')}</small>}
        </h2>
        <span className={isFull ? 'team-figure is-over' : 'team-figure'}>
          <b>{requests.length}</b>{' '}
          <small className="quiet">{capacity === null ? t('team.open') : t('team.openOf', { count: capacity })}</small>
        </span>
        {overdue > 0 && <Tone tone="bad">{t('load.overdue', { count: overdue })}</Tone>}
        {absences.map(({ id, from, until, delegate }) => (
          <span key={id} className="team-away">
            <Tone tone={Date.parse(from) <= now ? 'warn' : 'plain'}>
              {t(Date.parse(from) <= now ? 'team.away' : 'team.willBeAway', { days: days(from, until) })}
            </Tone>
            {delegate && <small className="quiet">{t('queue.department.standsIn', { name: delegate.name })}</small>}
          </span>
        ))}
      </header>
      {requests.length === 0 ? (
        <p className="titled-body quiet">{t('load.nothingOpen')}</p>
      ) : (
        <TeamRequests requests={requests} handOver={handOver} />
      )}
    </section>
  )
}
