import { useTranslation } from 'react-i18next'
import { Matched } from '../ui/Matched.tsx'
import type { Hit } from './hits.ts'

type Shown = { title: string; hits: Hit[]; count?: number; isMore?: boolean }
type Props = { id: string; groups: Shown[]; wanted: string; marked: string | undefined; go: (hit: Hit) => void }

/** What was found, kind by kind. The field above has the focus, and says by `marked` where it stands here. */
export function FoundList({ id, groups, wanted, marked, go }: Props) {
  const { t } = useTranslation()
  return (
    <div id={id} role="listbox" tabIndex={-1} className="found" aria-label={t('search.found')}>
      {groups
        .filter(({ hits }) => hits.length > 0)
        .map(({ title, hits, count = hits.length, isMore = false }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list of options is no form
          <div key={title} role="group" aria-label={title}>
            <div className="found-kind" aria-hidden>
              <span>{title}</span>
              {count > hits.length && (
                <span>{t(isMore ? 'search.firstOfMore' : 'search.firstOf', { shown: hits.length, count })}</span>
              )}
            </div>
            {hits.map((hit) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
              <div
                key={hit.key}
                id={`${id}-${hit.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={hit.key === marked}
                ref={hit.key === marked ? scrollTo : undefined}
                onClick={() => go(hit)}
              >
                <span className="found-name">
                  <Matched text={hit.name} wanted={wanted} />
                </span>
                <small>
                  <Matched text={[...hit.details, ...hit.told.map((key) => t(key))].join(' · ')} wanted={wanted} />
                </small>
              </div>
            ))}
          </div>
        ))}
    </div>
  )
}

const scrollTo = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' })
