import type { Check } from '../finding.ts'

/** A style led by a role which is gone. */
export const styleLeaderMissing: Check<'style-leader-missing'> = ({ chain }) => {
  const roles = new Set(chain.roles.map(({ id }) => id))
  return chain.styles.flatMap(({ id, name, leader }) =>
    leader && !roles.has(leader) ? [{ place: { kind: 'style', id }, values: { style: name, role: leader } }] : [],
  )
}
