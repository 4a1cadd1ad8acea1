import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { ChooseFile } from './ChooseFile.tsx'
import { useFileReading } from './use-file-reading.ts'

type Props = {
  /** The drawing that the imported one would take the place of. */
  before: ProcessModel
  close: () => void
  replace: (model: ProcessModel, file: string) => void
}

/** Reads a file, tells what became of it, and only then puts it in the place of the drawing. */
export function ImportDialog({ before, close, replace }: Props) {
  const { t } = useTranslation()
  const file = useFileReading()
  return (
    <Modal
      open
      width={640}
      title={t('exchange.title')}
      onCancel={close}
      okText={t('exchange.replace')}
      okButtonProps={{ disabled: !file.model }}
      onOk={() => file.model && replace(file.model, file.name)}
    >
      <ChooseFile file={file} before={before} />
    </Modal>
  )
}
