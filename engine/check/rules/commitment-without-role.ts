import type { Check } from '../finding.ts'

/** A commitment that nobody is there to give. */
export const commitmentWithoutRole: Check<'commitment-without-role'> = (model) =>
  model.stages.flatMap((stage) =>
    stage.commitments
      .filter(({ role }) => !role)
      .map(({ id, name }) => ({
        place: { kind: 'commitment' as const, id, stage: stage.id },
        values: { commitment: name, stage: stage.name },
      })),
  )
