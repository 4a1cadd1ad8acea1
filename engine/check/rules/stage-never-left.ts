import type { Check } from '../finding.ts'

/** A stage that is no end and has no way on. A transition to itself is none. */
export const stageNeverLeft: Check<'stage-never-left'> = (model) => {
  const left = new Set(model.transitions.filter(({ from, to }) => from !== to).map(({ from }) => from))
  return model.stages
    .filter(({ id, end }) => !end && !left.has(id))
    .map(({ id, name }) => ({ place: { kind: 'stage', id }, values: { stage: name } }))
}
