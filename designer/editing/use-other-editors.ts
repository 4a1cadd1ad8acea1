import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Meeting } from '../../api/models/contract.ts'
import { api, type DrawingOwner } from '../resources/resources.ts'

/** A third of what the server waits before it takes somebody for gone. */
const heartbeatMs = 10_000

/**
 * Who else edits a drawing now, and who saved it last. Asking tells the others that this person does; a window that nobody looks at does not ask,
 * and leaving the page says so.
 */
export function useOtherEditors(owner: DrawingOwner, edits: boolean): Meeting | undefined {
  const queries = useQueryClient()
  const { kind, id } = owner
  const { data } = useQuery({
    queryKey: ['editors', id],
    queryFn: () => api.meetEditors({ kind, id }),
    enabled: edits,
    gcTime: 0,
    refetchInterval: heartbeatMs,
    refetchOnWindowFocus: 'always',
  })
  useEffect(() => {
    if (!edits) return
    // Whoever comes back by the browser's own Back button finds the page as it was, and has left meanwhile.
    const leave = () => void api.leaveEditors({ kind, id }).catch(() => undefined)
    const comeBack = ({ persisted }: PageTransitionEvent) =>
      persisted && void queries.invalidateQueries({ queryKey: ['editors', id] })
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', comeBack)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', comeBack)
      leave()
    }
  }, [edits, kind, id, queries])
  return data
}
