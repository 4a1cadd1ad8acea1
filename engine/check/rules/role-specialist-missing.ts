import type { Check } from '../finding.ts'

/** A role that sits in a department of the customer's which is gone. */
export const roleSpecialistMissing: Check<'role-specialist-missing'> = ({ chain }) => {
  const specialists = new Set(chain.specialists.map(({ id }) => id))
  return chain.roles.flatMap(({ id, name, specialist }) =>
    specialist && !specialists.has(specialist)
      ? [{ place: { kind: 'role', id }, values: { role: name, specialist } }]
      : [],
  )
}
