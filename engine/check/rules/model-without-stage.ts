import type { Check } from '../finding.ts'

/** A model without a stage: there is nothing for a deal to run on. */
export const modelWithoutStage: Check<'model-without-stage'> = (model) =>
  model.stages.length > 0 ? [] : [{ place: { kind: 'model', id: 'model' }, values: {} }]
