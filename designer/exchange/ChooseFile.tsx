import { InboxOutlined } from '@ant-design/icons'
import { Button, Spin, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { ReadDrawing } from './ReadDrawing.tsx'
import { Refused } from './Refused.tsx'
import type { ChosenFile } from './use-file-reading.ts'
import './exchange.css'

type Props = {
  file: ChosenFile
  /** The drawing that the file would take the place of, where there is one. */
  before?: ProcessModel
  /** Hears of a drawing as soon as it has been read. */
  onRead?: (model: ProcessModel) => void
}

/** Takes a file, and tells what became of it: what it holds and what of it is left out, or why it is no drawing. */
export function ChooseFile({ file, before, onRead }: Props) {
  const { t } = useTranslation()
  const { reading } = file

  async function read(chosen: File) {
    const model = await file.read(chosen)
    if (model) onRead?.(model)
  }

  if (file.isReading) return <Spin description={t('exchange.reading', { file: file.name })} />
  if (!reading)
    return (
      <Upload.Dragger
        accept=".json,.bpmn,.xml"
        showUploadList={false}
        beforeUpload={(chosen) => {
          void read(chosen)
          return false
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t('exchange.drop')}</p>
        <p className="ant-upload-hint">{t('exchange.dropHint')}</p>
      </Upload.Dragger>
    )
  return (
    <div className="import-told">
      {reading.kind === 'refused' ? (
        <Refused file={file.name} faults={reading.faults} />
      ) : (
        <ReadDrawing before={before} reading={reading} choosePool={file.choosePool} />
      )}
      <div>
        <Button size="small" onClick={file.forget}>
          {t('exchange.another')}
        </Button>
      </div>
    </div>
  )
}
