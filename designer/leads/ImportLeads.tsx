import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Spin, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SegmentFunnel } from '../../api/leads/contract.ts'
import { saveFile } from '../exchange/save-file.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { emptyList } from './empty-list.ts'
import { ImportReport } from './ImportReport.tsx'

/** Takes in a list of leads: first what it would come to, then what it came to. */
export function ImportLeads({ told, close }: { told: SegmentFunnel; close: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const looking = useMutation({ mutationFn: (chosen: File) => api.importLeads(told.segment.id, chosen, 'look') })
  const taking = useMutation({
    mutationFn: (chosen: File) => api.importLeads(told.segment.id, chosen, 'take'),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['leads', told.segment.id] }),
        queries.invalidateQueries({ queryKey: ['funnel', told.segment.id] }),
      ]),
  })
  const preview = looking.data
  const takes = preview ? preview.added + preview.changed : 0
  const error = taking.error ?? looking.error

  function again() {
    setFile(undefined)
    looking.reset()
    taking.reset()
  }

  const actions = taking.data ? (
    <Button type="primary" onClick={close}>
      {t('words.close')}
    </Button>
  ) : (
    <>
      <Button onClick={close}>{t('words.cancel')}</Button>
      {file && <Button onClick={again}>{t('leads.anotherFile')}</Button>}
      <Button
        type="primary"
        disabled={!file || takes === 0}
        loading={taking.isPending}
        onClick={() => file && taking.mutate(file)}
      >
        {t('leads.takeIn', { count: takes })}
      </Button>
    </>
  )
  return (
    <Modal open onCancel={close} width={640} title={t('leads.importTitle')} footer={actions}>
      {error && <Failure error={error} />}
      {!file && (
        <>
          <p className="quiet">{t('leads.importHint')}</p>
          <Upload.Dragger
            accept=".csv,text/csv"
            showUploadList={false}
            beforeUpload={(chosen) => {
              setFile(chosen)
              looking.mutate(chosen)
              return false
            }}
          >
            <p className="ant-upload-drag-icon">
              <InboxOutlined aria-hidden />
            </p>
            <p className="ant-upload-text">{t('leads.drop')}</p>
          </Upload.Dragger>
          <Button
            type="link"
            size="small"
            onClick={() =>
              saveFile(`${told.segment.name}.csv`, new Blob([emptyList(told.funnel)], { type: 'text/csv' }))
            }
          >
            {t('leads.emptyList')}
          </Button>
        </>
      )}
      {looking.isPending && <Spin description={t('leads.looking', { file: file?.name })} />}
      {taking.data ? (
        <ImportReport report={taking.data} words="took" />
      ) : (
        preview && <ImportReport report={preview} words="takes" />
      )}
    </Modal>
  )
}
