import type { BuyingRole, Layer } from '../../model/decision-chain.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import { layersAskedFor } from '../conditions-of.ts'
import type { Check } from '../finding.ts'

/**
 * A layer whose sign-off a condition asks for, while too few of its roles, or not all of its specialists', have a
 * commitment to give: a role that promises nothing never signs.
 */
export const layerNeverSigned: Check<'layer-never-signed'> = (model) =>
  model.chain.layers
    .filter(({ id }) => layersAskedFor(model).has(id))
    .flatMap((layer) => {
      const silent = silentRoles(model, layer)
      if (silent.length === 0) return []
      const roles = silent.map(({ name }) => name).join(', ')
      return [{ place: { kind: 'layer', id: layer.id }, values: { layer: layer.name, roles } }]
    })

function silentRoles({ chain, stages }: ProcessModel, { id, rule }: Layer): BuyingRole[] {
  const giving = new Set(stages.flatMap(({ commitments }) => commitments.map(({ role }) => role)))
  const isSilent = (role: BuyingRole) => !giving.has(role.id)
  const own = chain.roles.filter(({ layer }) => layer === id)
  const needed = {
    all: own.length,
    'in-turn': own.length,
    any: 1,
    'at-least': rule.kind === 'at-least' ? rule.count : 0,
  }[rule.kind]
  const missing = own.filter((role) => !isSilent(role)).length < needed ? own.filter(isSilent) : []
  const beside = chain.specialists.filter(({ layer }) => layer === id).map((specialist) => specialist.id)
  return [
    ...missing,
    ...chain.roles.filter((role) => role.specialist && beside.includes(role.specialist) && isSilent(role)),
  ]
}
