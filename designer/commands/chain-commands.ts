import type {
  Attribute,
  BuyingRole,
  ChainPolicies,
  Department,
  Layer,
  Note,
  ObjectionType,
  ProcessModel,
  Scenario,
  Specialist,
  Style,
  SupportTrigger,
  Threshold,
} from '#engine'
import { lacking, replaced, without } from './lists.ts'

export type ChainParts = { layers: Layer; specialists: Specialist; roles: BuyingRole; styles: Style }
export type ModelParts = {
  departments: Department
  objectionTypes: ObjectionType
  attributes: Attribute
  thresholds: Threshold
  scenarios: Scenario
  notes: Note
}

export function putInChain<Part extends keyof ChainParts>(
  model: ProcessModel,
  { part, item }: { part: Part; item: ChainParts[Part] },
): ProcessModel {
  return { ...model, chain: { ...model.chain, [part]: put(model.chain[part] as ChainParts[Part][], item) } }
}

export function putInModel<Part extends keyof ModelParts>(
  model: ProcessModel,
  { part, item }: { part: Part; item: ModelParts[Part] },
): ProcessModel {
  return { ...model, [part]: put(model[part] as ModelParts[Part][], item) }
}

export const putPolicies = (model: ProcessModel, policies: ChainPolicies): ProcessModel => ({
  ...model,
  chain: { ...model.chain, policies },
})

/** A layer takes its specialist departments along; its roles stay, beside the chain. */
export function removeLayer(model: ProcessModel, id: string): ProcessModel {
  const { chain } = model
  const gone = new Set(chain.specialists.filter(({ layer }) => layer === id).map((one) => one.id))
  return {
    ...model,
    chain: {
      ...chain,
      layers: without(chain.layers, id),
      specialists: chain.specialists.filter((one) => !gone.has(one.id)),
      roles: chain.roles.map((role) => unseated(role, id, gone)),
    },
  }
}

export function removeSpecialist(model: ProcessModel, id: string): ProcessModel {
  const { chain } = model
  return {
    ...model,
    chain: {
      ...chain,
      specialists: without(chain.specialists, id),
      roles: chain.roles.map((role) => unseated(role, undefined, new Set([id]))),
    },
  }
}

/** Nobody is left to give what the role gave: its commitments stay drawn, without a role. */
export function removeRole(model: ProcessModel, id: string): ProcessModel {
  return {
    ...model,
    chain: {
      ...model.chain,
      roles: without(model.chain.roles, id),
      styles: model.chain.styles.map((style) => (style.leader === id ? lacking(style, 'leader') : style)),
    },
    stages: model.stages.map((stage) => ({
      ...stage,
      elements: stage.elements.map((element) => ({ ...element, from: element.from.filter((role) => role !== id) })),
      commitments: stage.commitments.map((commitment) =>
        commitment.role === id ? lacking(commitment, 'role') : commitment,
      ),
    })),
  }
}

export function removeStyle(model: ProcessModel, id: string): ProcessModel {
  return { ...model, chain: { ...model.chain, styles: without(model.chain.styles, id) } }
}

/** Calls on a department that is gone stay, without one: the checks say so. */
export function removeDepartment(model: ProcessModel, id: string): ProcessModel {
  const freed = (trigger: SupportTrigger): SupportTrigger =>
    trigger.department === id ? lacking(trigger, 'department') : trigger
  return {
    ...model,
    departments: without(model.departments, id),
    stages: model.stages.map((stage) => ({ ...stage, support: stage.support.map(freed) })),
    objectionTypes: model.objectionTypes.map((type) => ({ ...type, support: type.support.map(freed) })),
  }
}

export function removeFromModel(
  model: ProcessModel,
  { part, id }: { part: 'objectionTypes' | 'attributes' | 'thresholds' | 'scenarios' | 'notes'; id: string },
): ProcessModel {
  return { ...model, [part]: without<{ id: string }>(model[part], id) }
}

const put = <Item extends { id: string }>(list: Item[], item: Item): Item[] =>
  list.some(({ id }) => id === item.id) ? replaced(list, item) : [...list, item]

function unseated(role: BuyingRole, layer: string | undefined, specialists: ReadonlySet<string>): BuyingRole {
  const first: BuyingRole = layer !== undefined && role.layer === layer ? lacking(role, 'layer') : role
  return first.specialist !== undefined && specialists.has(first.specialist) ? lacking(first, 'specialist') : first
}
