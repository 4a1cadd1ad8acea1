import { useSyncExternalStore } from 'react'

const everyMs = 15_000
let now = Date.now()

function subscribe(changed: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now()
    changed()
  }, everyMs)
  return () => clearInterval(timer)
}

/** The present, in milliseconds, renewed four times a minute. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
