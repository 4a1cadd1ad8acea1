import type { Check } from '../finding.ts'

/** A style whose leader sits in the lowest layer, or in none: there is no layer beneath for its commitments to cover. */
export const styleLeaderCoversNothing: Check<'style-leader-covers-nothing'> = ({ chain }) =>
  chain.styles.flatMap(({ id, name, leader }) => {
    const role = chain.roles.find((one) => one.id === leader)
    if (!role || chain.layers.findIndex((layer) => layer.id === role.layer) > 0) return []
    return [{ place: { kind: 'style', id }, values: { style: name, role: role.name } }]
  })
