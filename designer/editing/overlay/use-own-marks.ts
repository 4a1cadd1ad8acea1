import { useDeferredValue, useMemo } from 'react'
import { isLayout, overlayOf, type ProcessModel } from '#engine'
import { type Marks, markKey, noMarks } from '../../map/marks.ts'
import { useBase, useModel } from '../drawing-store.ts'

/** What the drawing does otherwise than its base, marked; a moment behind the hand. Nothing where it rests on none. */
export function useOwnMarks(): Marks {
  const base = useBase()
  const model = useDeferredValue(useModel())
  return useMemo(() => (base ? ownMarks(base, model) : noMarks), [base, model])
}

const ownMarks = (base: ProcessModel, model: ProcessModel): Marks =>
  new Map(
    overlayOf(base, model)
      .filter((change) => !isLayout(change) && change.place.kind !== 'model')
      .map(({ place }) => [markKey(place), 'own']),
  )
