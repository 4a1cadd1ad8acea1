import { CheckOutlined, CloudUploadOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSentence } from '../ui/Failure.tsx'
import type { SaveState } from './saver.ts'

/** Whether the drawing is saved; where it is not, why, and a way to try again. */
export function SaveStatus({ state, retry }: { state: SaveState; retry: () => void }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  switch (state.kind) {
    case 'saved':
      return (
        <span className="save-status" role="status">
          <CheckOutlined /> <span className="wide-only">{t('editing.saved')}</span>
        </span>
      )
    case 'unsaved':
      return (
        <span className="save-status" role="status">
          <CloudUploadOutlined /> <span className="wide-only">{t('editing.unsaved')}</span>
        </span>
      )
    case 'saving':
      return (
        <span className="save-status" role="status">
          <LoadingOutlined /> <span className="wide-only">{t('editing.saving')}</span>
        </span>
      )
    case 'conflict':
      return (
        <span className="save-status is-bad">
          <WarningOutlined /> {t('editing.notSavedAnyMore')}
        </span>
      )
    case 'failed':
      return (
        <span className="save-status is-bad" role="alert" title={sentence(state.error)}>
          <WarningOutlined />
          <span className="save-reason">{t('editing.notSaved', { why: sentence(state.error) })}</span>
          <Button size="small" onClick={retry}>
            {t('frame.retry')}
          </Button>
        </span>
      )
  }
}
