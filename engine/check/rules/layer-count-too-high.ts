import type { Check } from '../finding.ts'

/** A layer that asks for more signatures than it has roles. One without any role is complained about as that. */
export const layerCountTooHigh: Check<'layer-count-too-high'> = ({ chain }) =>
  chain.layers.flatMap(({ id, name, rule }) => {
    const there = chain.roles.filter((role) => role.layer === id).length
    if (rule.kind !== 'at-least' || there === 0 || rule.count <= there) return []
    return [{ place: { kind: 'layer', id }, values: { layer: name, needed: `${rule.count}`, there: `${there}` } }]
  })
