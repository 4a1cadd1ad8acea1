import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { Refusal } from '../refusal.ts'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'
import { useDealView } from './deal-view.ts'

type Path = keyof StepBodies

/** What only adds to a deal takes no harm from what others added meanwhile; every other step says what it was decided on. */
const additions: readonly Path[] = ['interactions', 'tasks', 'tasks/{id}/complete', 'objections', 'support-requests']

/**
 * One kind of change to the deal in view. Sent again unchanged, after an answer that never came, it counts once. After a
 * change the page shows the deal as it then is; after a refusal too, since the deal has often moved on.
 */
export function useStep<One extends Path>(path: One) {
  const { page } = useDealView()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const { dealId, seq } = page.state

  const reload = () =>
    queries.fetchQuery({ queryKey: ['deal', dealId], queryFn: () => api.deal(dealId) }).catch(() => undefined)

  return useMutation({
    mutationFn: ({ body, id }: { body: StepBodies[One]; id?: string }) => {
      const said = additions.includes(path) ? body : { ...body, expectedSeq: seq }
      return api.step(dealId, path, said, id, attempt.keyFor([id, said]))
    },
    onSuccess: async () => {
      attempt.done()
      await reload()
      for (const key of ['history', 'owed', 'my-stages', 'deals', 'requests', 'notices'])
        void queries.invalidateQueries({ queryKey: [key] })
    },
    onError: async (error) => {
      if (error instanceof Refusal) await reload()
    },
  })
}
