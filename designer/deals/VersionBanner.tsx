import { CloseOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Ago } from '../ui/Ago.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useNow } from '../ui/use-now.ts'
import { useDealView } from './deal-view.ts'

/** A move is news for so long, in milliseconds; after that the history tells of it. */
const newsFor = 7 * 86_400_000

/** That the deal was moved to another version of its model; or that there is a newer one, and where to see what it would change. */
export function VersionBanner() {
  const { t } = useTranslation()
  const { page, me } = useDealView()
  const now = useNow()
  const { lastMove, version, newestVersion, deal, state } = page
  const { value: seen, setValue: setSeen } = useKept(`seen-move ${deal.id}`, () => '')
  const isNews = lastMove && now - Date.parse(lastMove.at) < newsFor && seen !== lastMove.at
  const mayMove = me.role === 'ops' || me.role === 'admin'
  if (state.status === 'closed') return null
  if (isNews)
    return (
      <p role="status" className="version-banner">
        <span>
          {t(lastMove.undone ? 'deals.version.movedBack' : 'deals.version.moved', {
            version: lastMove.version,
            by: lastMove.by.name,
          })}{' '}
          <Ago at={lastMove.at} />
        </span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('words.close')}
          onClick={() => setSeen(lastMove.at)}
        />
      </p>
    )
  if (newestVersion <= version) return null
  return (
    <p className="version-banner">
      <span>{t('deals.version.newer', { version, newest: newestVersion })}</span>
      {mayMove && (
        <Link
          to="/segments/$segmentId/move/$version"
          params={{ segmentId: deal.segment.id, version: String(newestVersion) }}
          search={{ deal: deal.id }}
        >
          {t('deals.version.look')}
        </Link>
      )}
    </p>
  )
}
