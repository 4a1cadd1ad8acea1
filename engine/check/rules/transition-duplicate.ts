import { stageName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'

/** A second transition between the same two stages, in the same direction. On the canvas they lie over each other. */
export const transitionDuplicate: Check<'transition-duplicate'> = (model) => {
  const drawn = new Set<string>()
  return model.transitions.flatMap(({ id, from, to }) => {
    const ends = `${from} ${to}`
    if (!drawn.has(ends)) {
      drawn.add(ends)
      return []
    }
    const values = { from: stageName(model, from), to: stageName(model, to) }
    return [{ place: { kind: 'transition', id }, values }]
  })
}
