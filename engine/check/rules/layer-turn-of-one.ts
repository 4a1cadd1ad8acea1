import type { Check } from '../finding.ts'

/** A layer that signs in turn and has one role only: there is no order to keep. */
export const layerTurnOfOne: Check<'layer-turn-of-one'> = ({ chain }) =>
  chain.layers
    .filter(({ id, rule }) => rule.kind === 'in-turn' && chain.roles.filter(({ layer }) => layer === id).length === 1)
    .map(({ id, name }) => ({ place: { kind: 'layer', id }, values: { layer: name } }))
