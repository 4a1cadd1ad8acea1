import { useStore } from '@xyflow/react'
import type { CSSProperties } from 'react'

const farBelow = 0.5

/** Whether the map is so far away that its cards say their names alone. */
export const useIsFar = (): boolean => useStore(({ transform }) => transform[2] < farBelow)

/** From far away a card says its name alone, in letters that grow as one moves off. */
export function useFarView(): { isFar: boolean; style: CSSProperties } {
  const zoom = useStore(({ transform }) => (transform[2] < farBelow ? Math.round(transform[2] * 50) / 50 : 1))
  return { isFar: zoom < farBelow, style: { '--zoom': Math.max(zoom, 0.2) } as CSSProperties }
}
