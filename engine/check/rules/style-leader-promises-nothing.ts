import type { Check } from '../finding.ts'

/** A style whose leader no commitment is asked of: what covers the layers beneath are the leader's commitments. */
export const styleLeaderPromisesNothing: Check<'style-leader-promises-nothing'> = ({ chain, stages }) =>
  chain.styles.flatMap(({ id, name, leader }) => {
    const role = chain.roles.find((one) => one.id === leader)
    const isAsked = stages.some(({ commitments }) => commitments.some((commitment) => commitment.role === leader))
    if (!role || isAsked) return []
    return [{ place: { kind: 'style', id }, values: { style: name, role: role.name } }]
  })
