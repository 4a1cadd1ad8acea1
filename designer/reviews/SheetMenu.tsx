import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'

const formats = ['xlsx', 'csv'] as const

/** A review's sheet goes out in the reader's language, and comes back. */
export function SheetMenu({ review, bring }: { review: string; bring: () => void }) {
  const { t, i18n } = useTranslation()
  const items = formats.map((format) => ({
    key: format,
    label: (
      <a href={api.addressOfSheet(review, { format, language: i18n.language })} download>
        {t(`reviews.sheet.${format}`)}
      </a>
    ),
  }))
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button size="middle" icon={<DownloadOutlined aria-hidden />}>
          {t('reviews.sheet.download')}
        </Button>
      </Dropdown>
      <Button size="middle" icon={<UploadOutlined aria-hidden />} onClick={bring}>
        {t('reviews.sheet.bring')}
      </Button>
    </>
  )
}
