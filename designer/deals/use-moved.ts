import { useState } from 'react'
import type { DealState } from '#engine/deal'
import { isStill, type Moved, whatMoved } from './what-moved.ts'

/** What the last step moved, whoever took it; nothing before the first step that comes while one looks. */
export function useMoved(state: DealState) {
  const [seen, setSeen] = useState(state)
  const [moved, setMoved] = useState<Moved>()
  if (seen.seq !== state.seq) {
    const now = whatMoved(seen, state)
    setSeen(state)
    setMoved(isStill(now) ? undefined : now)
  }
  return { moved, dismiss: () => setMoved(undefined) }
}
