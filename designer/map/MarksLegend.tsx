import { useTranslation } from 'react-i18next'
import { type Marks, markKinds } from './marks.ts'

/** What the marks on a map say; nothing where there are none. */
export function MarksLegend({ marks }: { marks: Marks }) {
  const { t } = useTranslation()
  const kinds = new Set(marks.values())
  return (
    <ul className="marks-legend">
      {markKinds
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <li key={kind} className={`marked is-${kind}`}>
            {t(`map.mark.${kind}`)}
          </li>
        ))}
    </ul>
  )
}
