import type { Check } from '../finding.ts'

/** A department of the customer's in which nobody signs: its layer could never be signed off. */
export const specialistWithoutRole: Check<'specialist-without-role'> = ({ chain }) =>
  chain.specialists
    .filter(({ id }) => !chain.roles.some((role) => role.specialist === id))
    .map(({ id, name }) => ({ place: { kind: 'specialist', id }, values: { specialist: name } }))
