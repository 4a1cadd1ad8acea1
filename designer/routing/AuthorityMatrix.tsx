import { useTranslation } from 'react-i18next'
import type { Grant } from '#engine'
import type { DepartmentRouting } from '../../api/routing/contract.ts'
import { type Limit, matrixOf } from './limits.ts'

type Props = { stored: DepartmentRouting; authority: Grant[] }

/** Who may take which kinds of request, up to how much: as it follows from the lines below. */
export function AuthorityMatrix({ stored, authority }: Props) {
  const { t } = useTranslation()
  const { members, requests, names } = stored
  if (authority.length === 0) return <p className="titled-body quiet routing-hint">{t('routing.authorityNone')}</p>
  const rows = matrixOf(
    authority,
    members.map(({ id }) => id),
    requests.map(({ id }) => id),
  )
  return (
    <section className="routing-matrix" aria-label={t('routing.matrix')}>
      <table className="dense">
        <thead>
          <tr>
            <th>{t('routing.request')}</th>
            {members.map(({ id, name }) => (
              <th key={id}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={row.requests.join()}>
              <td>
                {rows.length === 1
                  ? t('routing.everyRequest')
                  : n === rows.length - 1 && row.requests.length > 1
                    ? t('routing.otherRequests', { count: row.requests.length })
                    : row.requests.map((id) => names[id] ?? id).join(t('map.condition.list'))}
              </td>
              {members.map(({ id, name }, n) => (
                <td key={id} data-name={name}>
                  <Limits limits={row.limits[n] ?? []} stored={stored} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Limits({ limits, stored }: { limits: Limit[]; stored: DepartmentRouting }) {
  const { t, i18n } = useTranslation()
  if (limits.length === 0) return <span className="quiet">{t('routing.nothing')}</span>
  const amount = (upTo: number | undefined) =>
    upTo === undefined ? t('routing.any') : t('routing.upTo', { amount: upTo.toLocaleString(i18n.language) })
  return (
    <ul className="routing-limits">
      {limits.map(({ stage, upTo }) => (
        <li key={stage ?? ''} className={upTo === undefined ? 'tone tone-good' : 'tone'}>
          {stage === undefined
            ? amount(upTo)
            : t('routing.atStage', { limit: amount(upTo), stage: stored.names[stage] ?? stage })}
        </li>
      ))}
    </ul>
  )
}
