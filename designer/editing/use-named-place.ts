import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { z } from 'zod'
import { partsOf, placeSchema } from '#engine'
import { isSame } from '../map/scene.ts'
import type { DrawingStore } from './drawing-store.ts'

const namedSchema = z.object({ place: placeSchema.optional().catch(undefined) })

/** Brings into view what the address names, where it is still drawn. */
export function useNamedPlace(store: DrawingStore): void {
  const { place } = namedSchema.parse(useSearch({ strict: false }))
  const named = JSON.stringify(place)
  useEffect(() => {
    if (named === undefined) return
    const { history, show } = store.getState()
    const part = partsOf(history.present).find((one) => isSame(one.place, JSON.parse(named)))
    if (part) show(part.place)
  }, [store, named])
}
