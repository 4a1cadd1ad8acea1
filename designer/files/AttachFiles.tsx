import { PaperClipOutlined } from '@ant-design/icons'
import { Alert, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AttachedFile } from '#engine/deal'
import { FileLinks } from './FileLinks.tsx'
import { useBringFiles } from './use-bring-files.ts'

type Props = {
  deal: string
  files: AttachedFile[]
  change: (files: AttachedFile[]) => void
  /** What they are for, where several places of a page take files. */
  subject?: string
}

/** Files that are being brought to a deal: chosen or dropped, they are sent at once and named when the form is. */
export function AttachFiles({ deal, files, change, subject }: Props) {
  const { t } = useTranslation()
  const { bring, sending, failures } = useBringFiles(deal, files, change)
  return (
    <div className="attach">
      <FileLinks deal={deal} files={files} takeOut={(id) => change(files.filter((file) => file.id !== id))} />
      {sending.map((name, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name, and neither moves
        <p key={n} className="quiet" role="status">
          {t('files.sending', { name })}
        </p>
      ))}
      {failures.map((sentence) => (
        <Alert key={sentence} type="error" showIcon title={sentence} />
      ))}
      <Upload.Dragger
        multiple
        showUploadList={false}
        beforeUpload={(file) => {
          bring(file)
          return Upload.LIST_IGNORE
        }}
        {...(subject && { 'aria-label': t('files.chooseFor', { subject }) })}
      >
        <PaperClipOutlined aria-hidden /> {t('files.choose')} <span className="quiet drop">{t('files.drop')}</span>
      </Upload.Dragger>
    </div>
  )
}
