import { supportTriggersOf } from '../../facts/catalogue.ts'
import type { Check } from '../finding.ts'

/** An element without a role that discloses it, an action that brings it or support that answers with it. */
export const elementNobodyBrings: Check<'element-nobody-brings'> = (model) => {
  const bringers = [...model.stages.flatMap(({ actions }) => actions), ...supportTriggersOf(model)]
  const brought = new Set(bringers.flatMap(({ brings }) => brings))
  return model.stages.flatMap((stage) =>
    stage.elements
      .filter(({ id, from }) => from.length === 0 && !brought.has(id))
      .map(({ id, name }) => ({
        place: { kind: 'element' as const, id, stage: stage.id },
        values: { element: name, stage: stage.name },
      })),
  )
}
