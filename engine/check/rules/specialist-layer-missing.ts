import type { Check } from '../finding.ts'

/** A department of the customer's that stands beside a layer which is gone: it would never be asked. */
export const specialistLayerMissing: Check<'specialist-layer-missing'> = ({ chain }) => {
  const layers = new Set(chain.layers.map(({ id }) => id))
  return chain.specialists
    .filter(({ layer }) => !layers.has(layer))
    .map(({ id, name, layer }) => ({ place: { kind: 'specialist', id }, values: { specialist: name, layer } }))
}
