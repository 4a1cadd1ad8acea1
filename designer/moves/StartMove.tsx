import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImpactList } from '../../api/moves/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { asMove, chosenOf, isMovable, kindsInOrder, type Selection } from './selection.ts'

type Props = {
  segment: string
  preview: { version: number; asOf: string; deal: string | undefined }
  totals: ImpactList['totals']
  selection: Selection
}

/** Moves what is chosen, with the effect that was shown. Where a deal loses something, that is asked once more. */
export function StartMove({ segment, preview, totals, selection }: Props) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const start = useMutation({
    mutationFn: () => {
      const wanted = asMove(selection, preview)
      return api.startMove(segment, wanted, attempt.keyFor(wanted))
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['moves', segment] })
      await navigate({ to: '/segments/$segmentId/moves/$moveId', params: { segmentId: segment, moveId: id } })
    },
  })
  const chosen = kindsInOrder.filter(isMovable).reduce((sum, kind) => sum + chosenOf(selection, totals, kind), 0)
  const losing = chosenOf(selection, totals, 'loses')
  const { version } = preview
  const ask = () =>
    modal.confirm({
      title: t('moves.confirmTitle', { count: losing }),
      content: t('moves.confirmHint'),
      okText: t('moves.start', { count: chosen, version }),
      onOk: () => start.mutate(),
    })
  return (
    <footer className="start-move">
      {start.error && <Alert type="error" showIcon title={sentence(start.error)} />}
      <p className="quiet">{t('moves.startHint')}</p>
      <Button
        type="primary"
        size="large"
        disabled={chosen === 0}
        loading={start.isPending}
        onClick={() => (losing > 0 ? ask() : start.mutate())}
      >
        {t('moves.start', { count: chosen, version })}
      </Button>
    </footer>
  )
}
