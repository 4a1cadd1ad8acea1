import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Place } from '#engine'
import type { Meeting } from '../../api/models/contract.ts'
import { api, type DrawingOwner } from '../resources/resources.ts'
import { useSettled } from '../ui/use-settled.ts'

/** A third of what the server waits before it takes somebody for gone. */
const heartbeatMs = 10_000
/** What the server may have forgotten, where this window was not looked at for so long. */
const forgottenMs = 30_000
/** Whoever only passes a place by is not said to be there. */
const restMs = 400

/**
 * Who else has a drawing open now, and who saved it last. Asking tells the others that this person has, and where in it they
 * are; a window that nobody looks at does not ask, and leaving the page says so.
 */
export function useOtherEditors(owner: DrawingOwner, mayRead: boolean, at: Place | undefined): Meeting | undefined {
  const queries = useQueryClient()
  const { kind, id } = owner
  const here = useSettled(at, restMs)
  const told = useRef<{ at: Place | undefined; on: number }>({ at: undefined, on: Number.NEGATIVE_INFINITY })
  const { data } = useQuery({
    queryKey: ['editors', id],
    queryFn: () => {
      // Said once: another window of the same person would otherwise contradict it for ever.
      const isKnown = told.current.at === here && performance.now() - told.current.on < forgottenMs
      told.current = { at: here, on: performance.now() }
      return api.meetEditors({ kind, id }, isKnown ? {} : { at: here ?? null })
    },
    enabled: mayRead,
    gcTime: 0,
    refetchInterval: heartbeatMs,
    refetchOnWindowFocus: 'always',
  })
  useEffect(() => {
    if (mayRead && told.current.at !== here) void queries.invalidateQueries({ queryKey: ['editors', id] })
  }, [mayRead, here, id, queries])
  useEffect(() => {
    if (!mayRead) return
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
  }, [mayRead, kind, id, queries])
  return data
}
