import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import '../batches/batches.css'
import type { Lead } from '../../api/leads/contract.ts'
import { type Chosen, countOf, noneChosen } from '../ui/chosen.ts'

type Props = {
  chosen: Chosen<Lead>
  /** How many the filter finds. */
  total: number
  choose: (chosen: Chosen<Lead>) => void
  change: () => void
  /** Left out where whoever looks may not make deals. */
  promote: (() => void) | undefined
}

/** How many leads are chosen, and what can be done with them. */
export function ChosenLeads({ chosen, total, choose, change, promote }: Props) {
  const { t } = useTranslation()
  const count = countOf(chosen, total)
  if (count === 0) return null
  return (
    <section className="panel chosen" aria-label={t('leads.chosenLeads')}>
      <strong>{t('leads.chosen', { count })}</strong>
      {chosen !== 'all' && total > count && (
        <Button size="middle" type="link" onClick={() => choose('all')}>
          {t('leads.chooseMatching', { count: total })}
        </Button>
      )}
      <Button size="middle" type="primary" onClick={change}>
        {t('leads.change')}
      </Button>
      {promote && (chosen === 'all' || chosen.some(({ deal }) => deal === null)) && (
        <Button size="middle" onClick={promote}>
          {t('leads.promote')}
        </Button>
      )}
      <Button size="middle" type="text" onClick={() => choose(noneChosen)}>
        {t('leads.unchoose')}
      </Button>
    </section>
  )
}
