import { partsOf } from '../../check/parts-of.ts'
import type { BuyingRole } from '../../model/decision-chain.ts'
import { type ProcessModel, type ProcessModelDraft, processModelSchema } from '../../model/process-model.ts'
import type { Stage } from '../../model/stage.ts'
import type { StageDraft } from '../drawing.ts'

// What patterns draw with.

/** An id that nothing in a model has yet, in the words of a wanted one. */
export function freshId(model: ProcessModel, wanted: string): string {
  const taken = new Set([...partsOf(model).map(({ place }) => place.id), ...model.transitions.map(({ id }) => id)])
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}

/** The one of a name, whatever its id: a pattern does not draw twice what is there. */
export const called = <Item extends { name: string }>(items: readonly Item[], name: string): Item | undefined =>
  items.find((item) => item.name.toLowerCase() === name.toLowerCase())

/** The name, or one like it, for something to observe: no two of these may be called the same. */
export function freshName(model: ProcessModel, wanted: string): string {
  const observed = partsOf(model).filter(({ place }) => ['element', 'commitment', 'attribute'].includes(place.kind))
  if (!called(observed, wanted)) return wanted
  for (let n = 2; ; n++) if (!called(observed, `${wanted} (${n})`)) return `${wanted} (${n})`
}

/** The stage in which the customer decides: the first that needs the word of who pays or decides. */
export function decidingStage({ stages, chain }: ProcessModel): Stage | undefined {
  const needsWordOf = (kinds: BuyingRole['kind'][]) => (stage: Stage) =>
    stage.commitments.some(
      ({ required, role }) => required && chain.roles.some(({ id, kind }) => id === role && kinds.includes(kind)),
    )
  return (
    stages.find(needsWordOf(['decider', 'economic-buyer'])) ??
    stages.findLast(({ commitments }) => commitments.some(({ required }) => required)) ??
    stages.find(({ end }) => end === 'won') ??
    stages[0]
  )
}

/** The stage in which the purchase begins. */
export const firstStage = ({ stages, transitions }: ProcessModel): Stage | undefined =>
  stages.find(({ id }) => transitions.every(({ to }) => to !== id)) ?? stages[0]

/** A model with more in one of its stages. */
export function withInStage(
  model: ProcessModel,
  stage: string,
  { elements = [], commitments = [], actions = [] }: Pick<Partial<StageDraft>, 'elements' | 'commitments' | 'actions'>,
): ProcessModel {
  const stages = model.stages.map((one) =>
    one.id === stage
      ? {
          ...one,
          elements: [...one.elements, ...elements],
          commitments: [...one.commitments, ...commitments],
          actions: [...one.actions, ...actions],
        }
      : one,
  )
  return drawn({ ...model, stages })
}

export function withInChain(
  model: ProcessModel,
  { layers = [], specialists = [], roles = [], styles = [] }: NonNullable<ProcessModelDraft['chain']>,
): ProcessModel {
  const { chain } = model
  return drawn({
    ...model,
    chain: {
      ...chain,
      layers: [...chain.layers, ...layers],
      specialists: [...chain.specialists, ...specialists],
      roles: [...chain.roles, ...roles],
      styles: [...chain.styles, ...styles],
    },
  })
}

export const drawn = (draft: ProcessModelDraft): ProcessModel => processModelSchema.parse(draft)
