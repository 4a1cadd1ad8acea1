import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Empty, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Version } from '../../api/models/contract.ts'
import { api, type DrawingOwner } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { Failure } from '../ui/Failure.tsx'

/** The published versions, newest first. They never change; each can be looked at on the canvas. */
export function VersionsDrawer({
  owner,
  open,
  close,
  view,
}: {
  owner: DrawingOwner
  open: boolean
  close: () => void
  view: (version: Version) => void
}) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['versions', owner],
    queryFn: () => api.versions(owner),
    enabled: open,
  })
  return (
    <Drawer open={open} onClose={close} title={t('editing.versions')} size={380}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data?.items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('editing.noVersions')} />}
      <ol className="versions">
        {data?.items.map((version) => (
          <li key={version.number}>
            <div>
              <strong>{t('editing.versionNumber', { number: version.number })}</strong>
              <small>
                {version.publishedBy} · <Ago at={version.publishedAt} />
              </small>
            </div>
            <Button
              size="small"
              aria-label={t('editing.viewVersion', { number: version.number })}
              onClick={() => {
                view(version)
                close()
              }}
            >
              {t('editing.view')}
            </Button>
            {version.note && <p>{version.note}</p>}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
