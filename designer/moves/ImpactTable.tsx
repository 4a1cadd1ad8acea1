import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImpactRow } from '../../api/moves/contract.ts'
import type { Names } from '../deals/names.ts'
import { useMe } from '../session/use-me.ts'
import { Tone } from '../ui/Tone.tsx'
import { ImpactLines } from './ImpactLines.tsx'
import { isChosen, isMovable, type Selection, withDeal } from './selection.ts'

type Props = {
  rows: ImpactRow[]
  names: readonly Names[]
  selection: Selection
  select: (selection: Selection) => void
}

/** The deals of a preview, one a line: whether it is moved, and what that does to it. */
export function ImpactTable({ rows, names, selection, select }: Props) {
  const { t } = useTranslation()
  return (
    <table className="dense impact-table">
      <thead>
        <tr>
          <th>{t('moves.move')}</th>
          <th>{t('words.deal')}</th>
          <th>{t('words.owner')}</th>
          <th className="number">{t('moves.runsOn')}</th>
          <th>{t('moves.effect')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ deal, owner, version, impact, changed }) => (
          <tr key={deal.id}>
            <td className="impact-choice">
              <Checkbox
                aria-label={t('moves.moveNamed', { deal: deal.name })}
                checked={isChosen(selection, deal.id, impact.kind)}
                disabled={!isMovable(impact.kind)}
                onChange={() => isMovable(impact.kind) && select(withDeal(selection, deal.id, impact.kind))}
              />
            </td>
            <td>
              <DealName deal={deal} />
            </td>
            <td data-name={t('words.owner')}>{owner.name}</td>
            <td className="number" data-name={t('moves.runsOn')}>
              {version}
            </td>
            <td>
              <Tone tone={tones[impact.kind]}>{t(`moves.does.${impact.kind}`)}</Tone>{' '}
              {changed && <Tone tone="warn">{t('moves.changedSince')}</Tone>}
              <ImpactLines impact={impact} names={names} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const tones = { stays: 'plain', moves: 'good', loses: 'warn', cannot: 'bad' } as const

/** Sales operations moves deals that are not its own to look into. */
export function DealName({ deal }: { deal: { id: string; name: string } }) {
  const { data: me } = useMe()
  if (me?.role === 'ops') return <strong>{deal.name}</strong>
  return (
    <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="row-link">
      {deal.name}
    </Link>
  )
}
