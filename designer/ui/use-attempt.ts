import { useRef } from 'react'
import { newId } from '../api-client.ts'

/**
 * The Idempotency-Key of a write: the same as long as the same thing is being said, so that saying it again after an
 * answer that never came counts once; a new one after `done`, or once something else is said.
 */
export function useAttempt() {
  const attempt = useRef<{ said: string; key: string }>(undefined)
  return {
    keyFor: (said: unknown): string => {
      const written = JSON.stringify(said)
      if (attempt.current?.said !== written) attempt.current = { said: written, key: newId() }
      return attempt.current.key
    },
    done: () => {
      attempt.current = undefined
    },
  }
}
