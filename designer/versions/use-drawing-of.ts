import { useQuery } from '@tanstack/react-query'
import { api, type DrawingOwner } from '../resources/resources.ts'
import type { Which } from './versions-place.ts'

/** A version, which never changes, or the saved drawing, which does. */
export function useDrawingOf(owner: DrawingOwner, which: Which | undefined) {
  return useQuery({
    queryKey: which === 'drawing' ? ['saved-drawing', owner] : ['version', owner, which],
    queryFn: async () => (which === 'drawing' ? api.draft(owner) : api.version(owner, which ?? 0)),
    enabled: which !== undefined,
    staleTime: which === 'drawing' ? 0 : Number.POSITIVE_INFINITY,
    select: ({ model }) => model,
  })
}
