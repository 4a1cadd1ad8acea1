import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadBatch } from '../../api/leads/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'

type Props = { batch: LeadBatch; undone: (batch: LeadBatch) => void; close: () => void }

/** What a change of many leads came to, and the way back. */
export function Changed({ batch, undone, close }: Props) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const undo = useMutation({ mutationFn: () => api.undoLeadBatch(batch.id), onSuccess: undone })
  const isUndone = batch.undoneAt !== null
  const same = batch.chosen - batch.changed
  return (
    <Alert
      className="lead-changed"
      role="status"
      type={undo.error ? 'error' : isUndone ? 'info' : 'success'}
      showIcon
      closable={{ onClose: close, 'aria-label': t('words.close') }}
      title={t(isUndone ? 'leads.undone' : 'leads.changedCount', { count: batch.changed })}
      description={undo.error ? sentence(undo.error) : !isUndone && same > 0 && t('leads.changedSame', { count: same })}
      action={
        !isUndone &&
        batch.changed > 0 && (
          <Button size="small" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('undoing.ask')}
          </Button>
        )
      }
    />
  )
}
