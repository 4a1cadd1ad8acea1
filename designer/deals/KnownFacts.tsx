import { useTranslation } from 'react-i18next'
import { catalogueOf } from '#engine'
import { Nothing } from '../ui/Nothing.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useDealView } from './deal-view.ts'
import { KnownFactRow } from './KnownFactRow.tsx'
import { isGone, knownFactsOf } from './known-facts.ts'
import './known.css'

/** Everything that was learnt of this purchase: its value, how well it is evidenced, who said it, and how old it is. */
export function KnownFacts() {
  const { t } = useTranslation()
  const { page } = useDealView()
  const order = catalogueOf(page.model).map(({ name }) => name)
  const known = knownFactsOf(page.state.observations, order)
  return (
    <Panel title={t('deals.known.title')} count={known.filter((fact) => !isGone(fact)).length}>
      {known.length === 0 ? (
        <Nothing title={t('deals.known.none')}>{t('deals.known.noneHint')}</Nothing>
      ) : (
        <ul className="known">
          {known.map((fact) => (
            <KnownFactRow key={fact.fact} known={fact} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
