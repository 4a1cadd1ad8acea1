import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import type { RequestRow } from '../../api/work/contract.ts'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'

/** Of a request: what its steps need to know. */
export type OneRequest = { request: Pick<RequestRow, 'dealId' | 'id'> }

/** One step in the life of a request, or of its deal, from the request's page; `target` is what the path names. Sent again unchanged it counts once; the page then reloads. */
export function useRequestStep<Path extends keyof StepBodies>(
  { request: { dealId, id } }: OneRequest,
  path: Path,
  target = id,
) {
  const queries = useQueryClient()
  const attempt = useAttempt()
  const reload = () => {
    for (const queryKey of [
      ['requests'],
      ['availability'],
      ['support-load'],
      ['visits'],
      ['key-accounts'],
      ['deal', dealId],
      ['notices'],
    ])
      void queries.invalidateQueries({ queryKey })
    return queries.invalidateQueries({ queryKey: ['request', dealId, id] })
  }
  return useMutation({
    mutationFn: (body: StepBodies[Path]) => api.step(dealId, path, body, target, attempt.keyFor([target, body])),
    onSuccess: () => {
      attempt.done()
      return reload()
    },
    onError: reload,
  })
}
