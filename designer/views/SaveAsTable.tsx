import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, type TableOf } from '../resources/resources.ts'

/** Saves a list as it is filtered and sorted, whole, for a spreadsheet, in the language that it is read in. */
export function SaveAsTable({ list, query }: { list: TableOf; query?: object }) {
  const { t, i18n } = useTranslation()
  return (
    <Button size="middle" icon={<DownloadOutlined />} href={api.addressOfTable(list, i18n.language, query)} download>
      {t('words.saveAsCsv')}
    </Button>
  )
}
