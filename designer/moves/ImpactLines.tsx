import { useTranslation } from 'react-i18next'
import type { Impact } from '#engine'
import type { Names } from '../deals/names.ts'
import { useRefused } from '../ui/use-refused.ts'
import { nameIn } from './use-names.ts'

/** What a move does to one deal: where it stands then, what it loses, and what is newly asked. */
export function ImpactLines({ impact, names }: { impact: Impact; names: readonly Names[] }) {
  const { t, i18n } = useTranslation()
  const list = (things: readonly string[]) => new Intl.ListFormat(i18n.language).format(things)
  const stages = (ids: readonly string[]) =>
    ids.length === 0 ? t('moves.noStage') : list(ids.map((id) => nameIn(names, 'stage', id)))
  const refused = useRefused()
  const { kind, from, to, lost, gained, why = '', code = null, details = {} } = impact
  if (kind === 'cannot') return <p className="impact-why">{refused({ code, details, reason: why })}</p>
  const staysPut = stages(from) === stages(to)
  const named = (things: readonly { name: string }[]) => list(things.map(({ name }) => name))
  const losses = [
    lost.facts.length > 0 && t('moves.lost.facts', { names: list(lost.facts.map((id) => nameIn(names, 'label', id))) }),
    lost.tasks.length > 0 && t('moves.lost.tasks', { names: named(lost.tasks) }),
    lost.requests.length > 0 && t('moves.lost.requests', { names: named(lost.requests) }),
    lost.objections.length > 0 && t('moves.lost.objections', { names: named(lost.objections) }),
    lost.style !== undefined && t('moves.lost.style', { name: nameIn(names, 'style', lost.style) }),
  ].filter((line) => line !== false)
  const gains = [
    gained.tasks.length > 0 && t('moves.gained.tasks', { names: list(gained.tasks) }),
    gained.requests.length > 0 && t('moves.gained.requests', { names: list(gained.requests) }),
  ].filter((line) => line !== false)
  return (
    <ul className="impact-lines">
      <li>
        {staysPut
          ? t('moves.staysAt', { stages: stages(to) })
          : t('moves.goesTo', { from: stages(from), to: stages(to) })}
      </li>
      {losses.map((line) => (
        <li key={line} className="is-loss">
          {line}
        </li>
      ))}
      {gains.map((line) => (
        <li key={line} className="quiet">
          {line}
        </li>
      ))}
    </ul>
  )
}
