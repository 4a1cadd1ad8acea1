import { BellOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge, Button, Empty, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leadOf } from '#engine'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Ago } from '../ui/Ago.tsx'
import './notices.css'

/** What happened that concerns me. Closing it marks all as read. */
export function NoticeBell({ placement }: { placement: 'rightTop' | 'bottomRight' }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: me } = useMe()
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({ queryKey: ['notices'], queryFn: api.notices, refetchInterval: 15_000 })
  const read = useMutation({
    mutationFn: api.markNoticesRead,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
  const items = data?.items ?? []
  const change = (open: boolean) => {
    setOpen(open)
    if (!open && (data?.unread ?? 0) > 0) read.mutate()
  }
  const list = (
    <div className="notices-box">
      <ul className="notices">
        {items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('frame.noNotices')} />}
        {items.map((notice) => (
          <li key={notice.id} className={notice.readAt ? '' : 'unread'}>
            <Link {...leadOf(notice, me?.role)} onClick={() => change(false)}>
              <strong>{t(`frame.notice.${notice.kind}`, { subject: notice.subject })}</strong>
              <span>{notice.about}</span>
              <Ago at={notice.createdAt} />
            </Link>
          </li>
        ))}
      </ul>
      <Link to="/notifications" onClick={() => change(false)}>
        {t('notifications.choose')}
      </Link>
    </div>
  )
  return (
    <Popover trigger="click" placement={placement} content={list} open={isOpen} onOpenChange={change}>
      <Badge count={data?.unread ?? 0} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t('frame.notices')} />
      </Badge>
    </Popover>
  )
}
