import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetComparison } from '../../api/reviews/contract.ts'
import { Mark, markOf } from '../deals/Mark.tsx'
import { Tone } from '../ui/Tone.tsx'
import { type Changing, changesIn, keyOf } from './changing.ts'
import { SheetRefusals } from './SheetRefusals.tsx'
import { useShownAnswer } from './use-shown-answer.ts'

type Props = {
  comparison: SheetComparison
  chosen: ReadonlySet<string>
  choose: (chosen: ReadonlySet<string>) => void
  busy: boolean
  take: (rows: Changing[]) => void
}

/** All that a sheet would change, each to be chosen; a conflict shows both sides and is chosen by nobody but the reader. */
export function SheetPreview({ comparison: { rows, unchanged }, chosen, choose, busy, take }: Props) {
  const { t } = useTranslation()
  const changing = changesIn(rows)
  const changes = changing.filter(({ status }) => status === 'change')
  const conflicts = changing.length - changes.length
  const refused = rows.length - changing.length
  const picked = changing.filter((row) => chosen.has(keyOf(row)))
  const set = (row: Changing, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(keyOf(row))
    else next.delete(keyOf(row))
    choose(next)
  }
  return (
    <section aria-label={t('reviews.sheet.title')}>
      <p className="sheet-counts" role="status">
        <Tone tone={changes.length > 0 ? 'good' : 'plain'}>
          {t('reviews.sheet.changes', { count: changes.length })}
        </Tone>
        {conflicts > 0 && <Tone tone="warn">{t('reviews.sheet.conflicts', { count: conflicts })}</Tone>}
        {refused > 0 && <Tone tone="bad">{t('reviews.sheet.refused', { count: refused })}</Tone>}
        <span className="quiet">{t('reviews.sheet.unchanged', { count: unchanged })}</span>
      </p>
      {rows.length === 0 && <p>{t('reviews.sheet.nothing')}</p>}
      {changing.length > 0 && (
        <>
          <div className="panel">
            <table className="dense sheet-rows">
              <thead>
                <tr>
                  <th>
                    <Checkbox
                      aria-label={t('reviews.sheet.takeAll')}
                      checked={changes.length > 0 && changes.every((row) => chosen.has(keyOf(row)))}
                      onChange={({ target }) => choose(new Set(target.checked ? changes.map(keyOf) : []))}
                    />
                  </th>
                  <th>{t('words.deal')}</th>
                  <th>{t('reviews.sheet.what')}</th>
                  <th>{t('reviews.sheet.was')}</th>
                  <th>{t('reviews.sheet.becomes')}</th>
                  <th>{t('reviews.sheet.cell')}</th>
                </tr>
              </thead>
              <tbody>
                {changing.map((row) => (
                  <Row key={keyOf(row)} row={row} isChosen={chosen.has(keyOf(row))} set={(is) => set(row, is)} />
                ))}
              </tbody>
            </table>
          </div>
          <Button
            type="primary"
            size="middle"
            className="sheet-take"
            disabled={picked.length === 0}
            loading={busy}
            onClick={() => take(picked)}
          >
            {t('reviews.sheet.submit', { count: picked.length })}
          </Button>
        </>
      )}
      <SheetRefusals rows={rows} />
    </section>
  )
}

function Row({ row, isChosen, set }: { row: Changing; isChosen: boolean; set: (isChosen: boolean) => void }) {
  const { t } = useTranslation()
  const show = useShownAnswer()
  const { deal, fact, name, cell, given, now, said } = row
  return (
    <tr className={row.status === 'conflict' ? 'sheet-conflict' : ''}>
      <td className="choice">
        <Checkbox
          aria-label={t('reviews.sheet.takeRow', { cell, name, deal: deal.name })}
          checked={isChosen}
          onChange={({ target }) => set(target.checked)}
        />
      </td>
      <td>
        <strong>{deal.name}</strong>
      </td>
      <td data-name={t('reviews.sheet.what')}>
        <span>
          <Mark kind={markOf(fact)} /> {name}
        </span>
      </td>
      <td data-name={t('reviews.sheet.was')}>
        {show(row, now)}
        {row.status === 'conflict' && (
          <small className="sheet-both">{t('reviews.sheet.conflict', { given: show(row, given) })}</small>
        )}
      </td>
      <td data-name={t('reviews.sheet.becomes')}>
        <strong>{show(row, said)}</strong>
      </td>
      <td data-name={t('reviews.sheet.cell')} className="quiet">
        {cell}
      </td>
    </tr>
  )
}
