import { Pagination } from 'antd'
import { useTranslation } from 'react-i18next'

/** Pages of a list that the server cuts; nothing where all of it is on one. */
export function Pages({
  page,
  size,
  total,
  show,
}: {
  page: number
  size: number
  total: number
  show: (page: number) => void
}) {
  const { t } = useTranslation()
  if (total <= size) return null
  return (
    <Pagination
      className="pages"
      size="small"
      current={page}
      pageSize={size}
      total={total}
      showSizeChanger={false}
      showTotal={(all, [from, to]) => t('words.range', { from, to, all })}
      onChange={show}
    />
  )
}
