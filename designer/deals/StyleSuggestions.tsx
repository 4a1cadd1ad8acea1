import { useTranslation } from 'react-i18next'
import type { SuggestedStyle } from '#engine'
import { useDealView } from './deal-view.ts'
import { useShownFact } from './use-shown-fact.ts'

/** The styles that the model suggests for this deal, with what this rests on. Several can be: then people decide. */
export function StyleSuggestions({ suggested }: { suggested: readonly SuggestedStyle[] }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const others = suggested.filter(({ style }) => style !== page.state.style)
  if (others.length === 0) return null
  return (
    <section className="suggested-styles" aria-label={t('deals.style.suggested', { count: others.length })}>
      <p className="quiet">{t('deals.style.suggested', { count: others.length })}</p>
      <ul>
        {others.map((one) => (
          <Suggestion key={one.style} suggested={one} />
        ))}
      </ul>
    </section>
  )
}

function Suggestion({ suggested: { style, facts } }: { suggested: SuggestedStyle }) {
  const { t, i18n } = useTranslation()
  const { page, names } = useDealView()
  const show = useShownFact()
  const reasons = facts.map(
    ({ fact, value }) => `${names.label(fact)}: ${show(fact, names.fact(fact)?.value, value, page.model.currency)}`,
  )
  return (
    <li>
      <strong>{names.style(style)}</strong>{' '}
      {reasons.length > 0 && (
        <small className="quiet">
          {t('deals.style.since', { facts: new Intl.ListFormat(i18n.language).format(reasons) })}
        </small>
      )}
    </li>
  )
}
