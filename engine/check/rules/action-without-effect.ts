import type { Check } from '../finding.ts'

/** A required action that brings nothing: actions exist for their effect, and this one has none to be recognised by. */
export const actionWithoutEffect: Check<'action-without-effect'> = (model) =>
  model.stages.flatMap((stage) =>
    stage.actions
      .filter(({ required, brings }) => required && brings.length === 0)
      .map(({ id, name }) => ({
        place: { kind: 'action' as const, id, stage: stage.id },
        values: { action: name, stage: stage.name },
      })),
  )
