import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { unreachable } from '#engine'
import type { Change } from '../../api/live/contract.ts'
import { hearChanges } from './live-stream.ts'

/** Many changes at once are read once: at first soon, then at most so often. */
const soonMs = 50
const restMs = 700

/** Reads anew what others have changed, as soon as the server says so. */
export function useLive(person: string | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!person) return
    const waiting = new Map<string, QueryKey>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = Number.NEGATIVE_INFINITY

    function readAnew() {
      timer = undefined
      last = performance.now()
      for (const queryKey of waiting.values()) void queries.invalidateQueries({ queryKey })
      waiting.clear()
    }
    function hear(change: Change) {
      for (const key of staleBy(change)) waiting.set(JSON.stringify(key), key)
      timer ??= setTimeout(readAnew, Math.max(soonMs, last + restMs - performance.now()))
    }
    const stop = hearChanges(person, hear)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [person, queries])
}

/** Which of the things that screens have read are stale by a change. A drawing at work is never read over. */
function staleBy(change: Change): QueryKey[] {
  switch (change.kind) {
    case 'deal':
      return [
        ['deal', change.deal],
        ['request', change.deal],
        ['deals'],
        ['owed'],
        ['my-stages'],
        ['requests'],
        ['objections'],
        ['deviations'],
        ['cohort'],
        ['visits'],
        ['key-accounts'],
        ['reviews'],
        ['notices'],
      ]
    case 'requests':
      return [['request', change.deal], ['requests'], ['support-load'], ['owed'], ['notices']]
    case 'tasks':
      return [['owed'], ['my-stages']]
    case 'notices':
      return [['notices']]
    case 'segment':
      return [['segments'], ['versions'], ['running-deals', change.segment]]
    case 'editors':
      return [['editors', change.drawing]]
    case 'leads':
      return [
        ['leads', change.segment],
        ['funnel', change.segment],
      ]
    case 'all':
      return [
        ['editors'],
        ['deal'],
        ['request'],
        ['deals'],
        ['owed'],
        ['my-stages'],
        ['requests'],
        ['support-load'],
        ['objections'],
        ['deviations'],
        ['cohort'],
        ['visits'],
        ['key-accounts'],
        ['reviews'],
        ['notices'],
        ['segments'],
        ['versions'],
        ['leads'],
        ['funnel'],
      ]
    default:
      return unreachable(change)
  }
}
