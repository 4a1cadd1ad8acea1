import { CloseOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDealView } from './deal-view.ts'
import type { Moved } from './what-moved.ts'

type Props = {
  moved: Moved
  close: () => void
  /** Named where other deals stand beside it. */
  deal?: { id: string; name: string }
}

/** What the last step moved: a meeting can carry a purchase across several stages at once, and it should be seen. */
export function MovedBanner({ moved, close, deal }: Props) {
  const { t, i18n } = useTranslation()
  const { names, departmentName } = useDealView()
  const list = (things: string[]) => new Intl.ListFormat(i18n.language).format(things)
  const stages = (ids: string[]) => list(ids.map(names.stage))
  const wentBack = moved.reopened.length + moved.fallenBack.length > 0
  const lines = [
    moved.completed.length > 0 &&
      t('deals.moved.completed', { count: moved.completed.length, stages: stages(moved.completed) }),
    moved.reopened.length > 0 &&
      t('deals.moved.reopened', { count: moved.reopened.length, stages: stages(moved.reopened) }),
    moved.fallenBack.length > 0 &&
      t('deals.moved.fallenBack', { count: moved.fallenBack.length, stages: stages(moved.fallenBack) }),
    moved.opened.length > 0 && t('deals.moved.opened', { count: moved.opened.length, stages: stages(moved.opened) }),
    ...moved.asked.map(({ name, department }) =>
      t('deals.moved.asked', { name, department: departmentName(department) }),
    ),
    moved.spared.length > 0 && t('deals.moved.spared', { count: moved.spared.length, tasks: list(moved.spared) }),
    moved.owed.length > 0 && t('deals.moved.owed', { count: moved.owed.length, tasks: list(moved.owed) }),
  ].filter((line) => line !== false)
  return (
    <div role="status" className={wentBack ? 'moved back' : 'moved'}>
      <ul>
        {deal && (
          <li>
            <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
              {deal.name}
            </Link>
          </li>
        )}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('words.close')} onClick={close} />
    </div>
  )
}
