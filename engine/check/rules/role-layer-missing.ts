import type { Check } from '../finding.ts'

/** A role that sits in a layer which is gone. */
export const roleLayerMissing: Check<'role-layer-missing'> = ({ chain }) => {
  const layers = new Set(chain.layers.map(({ id }) => id))
  return chain.roles.flatMap(({ id, name, layer }) =>
    layer && !layers.has(layer) ? [{ place: { kind: 'role', id }, values: { role: name, layer } }] : [],
  )
}
