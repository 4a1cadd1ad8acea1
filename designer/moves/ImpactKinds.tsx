import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactList } from '../../api/moves/contract.ts'
import { type Kind, kindsInOrder } from './selection.ts'

/** How many deals a move would leave where they are, move on, take something from, or not take at all. */
export function ImpactKinds({ totals, below }: { totals: ImpactList['totals']; below?: (kind: Kind) => ReactNode }) {
  const { t } = useTranslation()
  return (
    <dl className="impact-kinds">
      {kindsInOrder.map((kind) => (
        <div key={kind} className={`impact-kind is-${kind} ${totals[kind] === 0 ? 'is-none' : ''}`}>
          <dt>{t(`moves.kind.${kind}`)}</dt>
          <dd>{totals[kind]}</dd>
          {below?.(kind)}
        </div>
      ))}
    </dl>
  )
}
