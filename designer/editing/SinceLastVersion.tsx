import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, type DrawingOwner } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { versionsOf } from '../versions/versions-place.ts'
import { ChangeList } from './ChangeList.tsx'
import { useModel } from './drawing-store.ts'
import { PublishImpact } from './PublishImpact.tsx'
import type { Saver } from './saver.ts'

/** What is new about the drawing, in words, and what it would do to running deals; nothing before the first version. */
export function SinceLastVersion({ owner, saver }: { owner: DrawingOwner; saver: Saver }) {
  const { t } = useTranslation()
  const model = useModel()
  const { data: newest } = useQuery({
    queryKey: ['versions', owner, 'newest'],
    queryFn: async () => {
      const [last] = (await api.versions(owner)).items
      return last ? api.version(owner, last.number) : null
    },
  })
  if (!newest) return null
  const title = t('editing.sinceVersion', { number: newest.number })
  return (
    <>
      <ChangeList title={title} before={newest.model} after={model} atMost={30} />
      <p className="quiet last-version">
        {t('editing.lastVersion', { number: newest.number, by: newest.publishedBy })} <Ago at={newest.publishedAt} />
        {' · '}
        <Link {...versionsOf(owner)} search={{ show: 'drawing' }}>
          {t('editing.seeDrawn')}
        </Link>
      </p>
      {owner.kind === 'segment' && <PublishImpact segment={owner.id} model={model} saver={saver} />}
    </>
  )
}
