import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import type { OwedRow } from '../../api/work/contract.ts'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'

/** A step that settles something owed, from wherever its deal is. Sent again unchanged it counts once. */
export function useOwedStep<Path extends keyof StepBodies>({ dealId, id }: OwedRow, path: Path, done: () => void) {
  const queries = useQueryClient()
  const attempt = useAttempt()
  return useMutation({
    mutationFn: (body: StepBodies[Path]) => api.step(dealId, path, body, id, attempt.keyFor([id, body])),
    onSuccess: async () => {
      attempt.done()
      done()
      const stale = [['owed'], ['my-stages'], ['deal', dealId], ['notices']]
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: () => queries.invalidateQueries({ queryKey: ['owed'] }),
  })
}
