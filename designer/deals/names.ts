import { catalogueOf, type Fact, factName, type ProcessModel, wordsOfNoted } from '#engine'
import type { DealState } from '#engine/deal'

/**
 * What a model calls the things that a deal's state knows by id. An id that the model does not have stands for itself;
 * `former` has the names of facts that only an earlier version had.
 */
export function namesIn(
  model: ProcessModel,
  signers: DealState['signers'] = {},
  former: Readonly<Record<string, string>> = {},
) {
  const added = Object.entries(signers).map(([id, { name }]) => ({ id, name }))
  const signatures = new Map(added.map(({ id, name }) => [factName.signature(id), name]))
  const facts = new Map(catalogueOf(model).map((fact): [string, Fact] => [fact.name, fact]))
  return {
    fact: (name: string) => facts.get(name),
    label: (name: string) =>
      facts.get(name)?.label ?? signatures.get(name) ?? wordsOfNoted(name) ?? former[name] ?? name,
    stage: naming(model.stages),
    role: naming([...model.chain.roles, ...added]),
    layer: naming([...model.chain.layers, ...model.chain.specialists]),
    style: naming(model.chain.styles),
    department: naming(model.departments),
    objectionType: naming(model.objectionTypes),
    action: naming(model.stages.flatMap(({ actions }) => actions)),
    effect: naming(model.stages.flatMap(({ elements, commitments }) => [...elements, ...commitments])),
  }
}
export type Names = ReturnType<typeof namesIn>

function naming(things: { id: string; name: string }[]): (id: string) => string {
  const names = new Map(things.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/** The name of the fact that an effect of an action is: an element's or a commitment's. */
export function observedName({ stages }: ProcessModel, effect: string): string {
  const isElement = stages.some(({ elements }) => elements.some(({ id }) => id === effect))
  return isElement ? factName.element(effect) : factName.commitment(effect)
}
