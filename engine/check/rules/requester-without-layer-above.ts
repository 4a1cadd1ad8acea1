import type { Check } from '../finding.ts'

/**
 * The policy that the layer above signs for who asked for the purchase, with a top layer of one role: nobody is above it,
 * so once that person is the requester, nobody can sign it at all.
 */
export const requesterWithoutLayerAbove: Check<'requester-without-layer-above'> = ({ chain }) => {
  const top = chain.layers.at(-1)
  if (!top || chain.policies?.requester !== 'layer-above') return []
  const [role, ...others] = chain.roles.filter(({ layer }) => layer === top.id)
  if (!role || others.length > 0) return []
  return [{ place: { kind: 'layer', id: top.id }, values: { layer: top.name, role: role.name } }]
}
