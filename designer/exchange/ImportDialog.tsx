import { InboxOutlined } from '@ant-design/icons'
import { Button, Modal, Spin, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { bpmnNames } from './bpmn-words.ts'
import { ReadDrawing } from './ReadDrawing.tsx'
import { Refused } from './Refused.tsx'
import { type FileReading, readFile } from './read-file.ts'
import './exchange.css'

type Props = {
  /** The drawing that the imported one would take the place of. */
  before: ProcessModel
  close: () => void
  replace: (model: ProcessModel, file: string) => void
}
type Chosen = { file: File; reading?: FileReading }

/** Reads a file, tells what became of it, and only then puts it in the place of the drawing. */
export function ImportDialog({ before, close, replace }: Props) {
  const { t } = useTranslation()
  const [chosen, choose] = useState<Chosen>()
  const reading = chosen?.reading

  async function read(file: File, pool?: string) {
    choose({ file })
    const reading = await readFile(file, bpmnNames(t), pool)
    choose((now) => (now?.file === file ? { file, reading } : now))
  }

  return (
    <Modal
      open
      width={640}
      title={t('exchange.title')}
      onCancel={close}
      okText={t('exchange.replace')}
      okButtonProps={{ disabled: reading?.kind !== 'read' }}
      onOk={() => chosen && reading?.kind === 'read' && replace(reading.model, chosen.file.name)}
    >
      {!chosen && (
        <Upload.Dragger
          accept=".json,.bpmn,.xml"
          showUploadList={false}
          beforeUpload={(file) => {
            void read(file)
            return false
          }}
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p className="ant-upload-text">{t('exchange.drop')}</p>
          <p className="ant-upload-hint">{t('exchange.dropHint')}</p>
        </Upload.Dragger>
      )}
      {chosen && !reading && <Spin description={t('exchange.reading', { file: chosen.file.name })} />}
      {chosen && reading && (
        <div className="import-told">
          {reading.kind === 'refused' ? (
            <Refused file={chosen.file.name} faults={reading.faults} />
          ) : (
            <ReadDrawing before={before} reading={reading} choosePool={(pool) => void read(chosen.file, pool)} />
          )}
          <div>
            <Button size="small" onClick={() => choose(undefined)}>
              {t('exchange.another')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
