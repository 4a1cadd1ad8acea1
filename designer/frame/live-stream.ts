import { type Change, changeSchema } from '../../api/live/contract.ts'

/** After the server has refused a stream, which ends it for the browser. */
const retryMs = 5000

/**
 * Hears what others change, over one stream for all tabs of a person in one browser: a browser keeps no more than six
 * connections to a server (HTTP/1.1), and with a stream in each the seventh tab would wait forever. One tab holds the
 * lock and the stream, and tells the others; when it is closed, the next one takes over. Where a browser grants no locks
 * (a page that came without TLS), each tab has a stream of its own.
 *
 * @returns what ends it
 */
export function hearChanges(person: string, hear: (change: Change) => void): () => void {
  if (!navigator.locks) return openStream(hear)
  const name = `keynode.live.${person}`
  const stopping = new AbortController()
  const { signal } = stopping
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }) => hearIn(data, hear)

  function tellAll(change: Change) {
    hear(change)
    channel.postMessage(change)
  }
  async function lead() {
    const close = openStream(tellAll)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    close()
  }
  async function takeOver() {
    if (signal.aborted) return
    // Between the two streams something may have been missed.
    tellAll({ kind: 'all' })
    await lead()
  }
  void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) return lead()
    void navigator.locks.request(name, { signal }, takeOver).catch(() => undefined)
  })
  return () => {
    stopping.abort()
    channel.close()
  }
}

function hearIn(data: unknown, hear: (change: Change) => void): void {
  const change = changeSchema.safeParse(data)
  if (change.success) hear(change.data)
}

function openStream(hear: (change: Change) => void): () => void {
  let source: EventSource
  let retry: ReturnType<typeof setTimeout> | undefined
  function open() {
    source = new EventSource('/api/v1/live')
    source.onmessage = ({ data }) => hearIn(JSON.parse(data), hear)
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
    clearTimeout(retry)
  }
}
