import type { RequestHandler } from 'express'
import { currentActor } from '../auth/current-actor.ts'
import type { Deps } from '../deps.ts'
import { changesFor } from './happening.ts'

/** Proxies cut connections that are silent for long. */
const heartbeatMs = 20_000
/** After so long a stream ends, and its browser asks again: with the session, role and departments of then. */
const longestMs = 5 * 60_000

/** A stream of server-sent events (WHATWG HTML): what changes, as far as the person may see it. */
export function liveStream(deps: Deps): RequestHandler {
  return async (request, response) => {
    const actor = await currentActor(deps, request, response)
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    response.flushHeaders()
    response.write('retry: 1000\n\n')
    const stop = deps.live.listen(request.get('last-event-id') || undefined, ({ id, happening }) => {
      for (const change of changesFor(actor, happening))
        response.write(`id: ${id}\ndata: ${JSON.stringify(change)}\n\n`)
    })
    const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs)
    const endNow = () => response.end()
    const end = setTimeout(endNow, longestMs)
    deps.live.ended.addEventListener('abort', endNow)
    response.on('close', () => {
      stop()
      clearInterval(heartbeat)
      clearTimeout(end)
      deps.live.ended.removeEventListener('abort', endNow)
    })
  }
}
