import { supportTriggersOf } from '../facts/catalogue.ts'
import { factName } from '../facts/fact.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { FactSource } from './plan.ts'

/** For each element and commitment: who can bring it, and which actions and departments are there for it. */
export function factSources(model: ProcessModel): Record<string, FactSource> {
  const actions = model.stages.flatMap((stage) => stage.actions)
  const triggers = supportTriggersOf(model)
  const source = (id: string, roles: string[]): FactSource => ({
    roles,
    actions: actions.filter((action) => action.brings.includes(id)).map((action) => action.id),
    departments: triggers.flatMap((trigger) =>
      trigger.brings.includes(id) && trigger.department ? [trigger.department] : [],
    ),
  })
  return Object.fromEntries(
    model.stages.flatMap((stage) => [
      ...stage.elements.map(({ id, from }): [string, FactSource] => [factName.element(id), source(id, from)]),
      ...stage.commitments.map(({ id, role }): [string, FactSource] => [
        factName.commitment(id),
        source(id, role ? [role] : []),
      ]),
    ]),
  )
}
