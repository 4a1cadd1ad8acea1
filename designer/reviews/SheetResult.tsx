import { useTranslation } from 'react-i18next'
import type { TakenChange } from '../../api/reviews/contract.ts'
import { Tone } from '../ui/Tone.tsx'
import { useRefused } from '../ui/use-refused.ts'
import { type Changing, keyOf } from './changing.ts'
import { useShownAnswer } from './use-shown-answer.ts'

/** What became of the chosen changes: which were taken, and why each of the others was not. */
export function SheetResult({ taken, rows }: { taken: TakenChange[]; rows: Changing[] }) {
  const { t } = useTranslation()
  const show = useShownAnswer()
  const refused = useRefused()
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const left = taken.filter(({ status }) => status !== 'done')
  return (
    <div role="status">
      <p className="sheet-counts">
        <Tone tone="good">{t('reviews.sheet.taken', { count: taken.length - left.length })}</Tone>
        {left.length > 0 && <Tone tone="bad">{t('reviews.sheet.left', { count: left.length })}</Tone>}
      </p>
      {left.length > 0 && (
        <ul className="cards panel">
          {left.map(({ deal, fact, status, now, code, details, reason }) => {
            const row = byKey.get(keyOf({ deal: { id: deal }, fact }))
            return (
              <li key={`${deal} ${fact}`}>
                <strong>{row?.cell}</strong>{' '}
                <span className="quiet">
                  {row?.deal.name} · {row?.name}
                </span>
                <p>
                  {status === 'moved-on' && row
                    ? t('reviews.sheet.movedOn', { now: show(row, now) })
                    : refused({ code, details, reason })}
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
