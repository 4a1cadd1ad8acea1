import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { unreachable } from '#engine'
import { type Change, changeSchema } from '../../api/live/contract.ts'

/** Many changes at once are read once: at first soon, then at most so often. */
const soonMs = 50
const restMs = 700
/** After the server has refused a stream, which ends it for the browser. */
const retryMs = 5000

/** Reads anew what others have changed, as soon as the server says so. */
export function useLive(isOn: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isOn) return
    const waiting = new Map<string, QueryKey>()
    let source: EventSource
    let timer: ReturnType<typeof setTimeout> | undefined
    let retry: ReturnType<typeof setTimeout> | undefined
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
    function open() {
      source = new EventSource('/api/v1/live')
      source.onmessage = ({ data }) => {
        const change = changeSchema.safeParse(JSON.parse(data))
        if (change.success) hear(change.data)
      }
      source.onerror = () => {
        // The browser asks again by itself where the connection was cut, with the id of what it heard last.
        if (source.readyState !== EventSource.CLOSED) return
        retry = setTimeout(() => {
          open()
          hear({ kind: 'all' })
        }, retryMs)
      }
    }
    open()
    return () => {
      source.close()
      clearTimeout(timer)
      clearTimeout(retry)
    }
  }, [isOn, queries])
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
        ['reviews'],
        ['notices'],
        ['segments'],
        ['versions'],
      ]
    default:
      return unreachable(change)
  }
}
