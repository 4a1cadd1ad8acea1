import type { Check } from '../finding.ts'

/** An action for an effect that is not drawn: it would be owed for ever. */
export const actionBringsUnknown: Check<'action-brings-unknown'> = (model) => {
  const effects = new Set(
    model.stages.flatMap(({ elements, commitments }) => [...elements, ...commitments]).map(({ id }) => id),
  )
  return model.stages.flatMap(({ id: stage, actions }) =>
    actions.flatMap(({ id, name, brings }) =>
      brings
        .filter((effect) => !effects.has(effect))
        .map((missing) => ({ place: { kind: 'action' as const, id, stage }, values: { action: name, missing } })),
    ),
  )
}
