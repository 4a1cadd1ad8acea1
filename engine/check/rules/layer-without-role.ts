import type { Check } from '../finding.ts'

/** A layer in which nobody signs. */
export const layerWithoutRole: Check<'layer-without-role'> = ({ chain }) =>
  chain.layers
    .filter(({ id }) => !chain.roles.some((role) => role.layer === id))
    .map(({ id, name }) => ({ place: { kind: 'layer', id }, values: { layer: name } }))
