import { stageName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'

/** A transition from a stage to itself: it keeps the stage from being a start, and opens nothing. */
export const transitionToItself: Check<'transition-to-itself'> = (model) =>
  model.transitions
    .filter(({ from, to }) => from === to)
    .map(({ id, from }) => ({ place: { kind: 'transition', id }, values: { stage: stageName(model, from) } }))
