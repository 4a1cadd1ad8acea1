import type { Check } from '../finding.ts'

/** An element that is to come from a role which is gone. */
export const elementRoleMissing: Check<'element-role-missing'> = (model) => {
  const roles = new Set(model.chain.roles.map(({ id }) => id))
  return model.stages.flatMap(({ id: stage, elements }) =>
    elements.flatMap(({ id, name, from }) =>
      from
        .filter((role) => !roles.has(role))
        .map((role) => ({ place: { kind: 'element' as const, id, stage }, values: { element: name, role } })),
    ),
  )
}
