import type { Check } from '../finding.ts'

/** A commitment that is to come from a role which is gone. */
export const commitmentRoleMissing: Check<'commitment-role-missing'> = (model) => {
  const roles = new Set(model.chain.roles.map(({ id }) => id))
  return model.stages.flatMap(({ id: stage, commitments }) =>
    commitments.flatMap(({ id, name, role }) =>
      role && !roles.has(role)
        ? [{ place: { kind: 'commitment' as const, id, stage }, values: { commitment: name, role } }]
        : [],
    ),
  )
}
