import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Adaptation } from '../../api/deals/contract.ts'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'
import { useDealView } from './deal-view.ts'

/** Has the deal in view do something otherwise than its model. Sent again unchanged it counts once. */
export function useAdapt() {
  const { page } = useDealView()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const { dealId, seq } = page.state
  return useMutation({
    mutationFn: (said: Omit<Adaptation, 'expectedSeq'>) => {
      const body = { ...said, expectedSeq: seq }
      return api.adaptDeal(dealId, body, attempt.keyFor([body]))
    },
    onSuccess: attempt.done,
    onSettled: () =>
      Promise.all(['deal', 'history', 'owed', 'deals'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}
