import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** Saves a list as it is filtered and sorted, whole, for a spreadsheet. */
export function SaveAsTable({ address }: { address: string }) {
  const { t } = useTranslation()
  return (
    <Button size="middle" icon={<DownloadOutlined />} href={address} download>
      {t('words.saveAsCsv')}
    </Button>
  )
}
