import { BellOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Badge, Button, Empty, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'

/** What happened that concerns me. Opening it marks all as read. */
export function NoticeBell() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['notices'], queryFn: api.notices, refetchInterval: 15_000 })
  const read = useMutation({
    mutationFn: api.markNoticesRead,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
  const items = data?.items ?? []
  const list = (
    <ul className="notices">
      {items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('frame.noNotices')} />}
      {items.map((notice) => (
        <li key={notice.id} className={notice.readAt ? '' : 'unread'}>
          <a href={`/deals/${encodeURIComponent(notice.dealId)}`}>
            <strong>{t(`frame.notice.${notice.kind}`, { subject: notice.subject })}</strong>
            <span>{notice.dealName}</span>
            <Ago at={notice.createdAt} />
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={list}
      onOpenChange={(open) => !open && (data?.unread ?? 0) > 0 && read.mutate()}
    >
      <Badge count={data?.unread ?? 0} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t('frame.notices')} />
      </Badge>
    </Popover>
  )
}
