import { useQuery } from '@tanstack/react-query'
import { api } from '../resources/resources.ts'
import { useDealView } from './deal-view.ts'

/** What is likely to come of the deal, as of its last step; undefined until it is there. */
export function useOutlook() {
  const { page } = useDealView()
  const { dealId, seq } = page.state
  const { data } = useQuery({
    queryKey: ['outlook', dealId, seq],
    queryFn: () => api.outlook(dealId),
    placeholderData: (before) => before,
  })
  return data
}
