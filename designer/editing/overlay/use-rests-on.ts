import { useQuery } from '@tanstack/react-query'
import type { RestsOn } from '../../../api/base-models/contract.ts'
import { api, type DrawingOwner } from '../../resources/resources.ts'

export const restsOnKey = (segment: string) => ['rests-on', segment]

/** The version of a base that a drawing rests on; null where on nothing, undefined while nobody knows. A base rests on nothing. */
export function useRestsOn({ kind, id }: DrawingOwner): RestsOn | null | undefined {
  const { data } = useQuery({
    queryKey: restsOnKey(id),
    queryFn: async () => (await api.restsOn(id)).restsOn,
    enabled: kind === 'segment',
  })
  return data
}
