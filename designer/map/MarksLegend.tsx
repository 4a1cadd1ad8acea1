import { Panel } from '@xyflow/react'
import { useTranslation } from 'react-i18next'
import { markKinds } from './marks.ts'
import { useScene } from './scene.ts'

/** What the marks on the map say, where there are any. */
export function MarksLegend() {
  const { t } = useTranslation()
  const { marks } = useScene()
  if (marks.size === 0) return null
  const kinds = new Set(marks.values())
  return (
    <Panel position="top-left">
      <ul className="marks-legend">
        {markKinds
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <li key={kind} className={`marked is-${kind}`}>
              {t(`map.mark.${kind}`)}
            </li>
          ))}
      </ul>
    </Panel>
  )
}
