import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MovedDeal } from '../../api/moves/contract.ts'
import { Tone } from '../ui/Tone.tsx'
import { useRefused } from '../ui/use-refused.ts'
import { DealName } from './ImpactTable.tsx'

const tones = {
  pending: 'plain',
  moved: 'good',
  refused: 'bad',
  changed: 'warn',
  failed: 'bad',
  restored: 'good',
  kept: 'warn',
  left: 'plain',
} as const satisfies Record<MovedDeal['status'], string>

type Props = { segment: string; version: number; deals: MovedDeal[] }

/** What became of each deal of a move, and why where it is not what was wanted. */
export function MovedDeals({ segment, version, deals }: Props) {
  const { t } = useTranslation()
  const refused = useRefused()
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>{t('words.deal')}</th>
          <th className="number">{t('moves.cameFrom')}</th>
          <th>{t('moves.result')}</th>
        </tr>
      </thead>
      <tbody>
        {deals.map(({ deal, from, status, ...why }) => (
          <tr key={deal.id}>
            <td>
              <DealName deal={deal} />
            </td>
            <td className="number" data-name={t('moves.cameFrom')}>
              {from}
            </td>
            <td>
              <Tone tone={tones[status]}>{t(`moves.status.${status}`)}</Tone>
              {status === 'changed' ? (
                <p className="moved-why">
                  {t('moves.changedWhy')}{' '}
                  <Link
                    to="/segments/$segmentId/move/$version"
                    params={{ segmentId: segment, version: String(version) }}
                    search={{ deal: deal.id }}
                  >
                    {t('moves.lookAnew')}
                  </Link>
                </p>
              ) : (
                why.reason && <p className="moved-why">{refused(why)}</p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
