import { z } from 'zod'
import { DomainError } from '../domain-error.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { applyChanges } from './apply-changes.ts'
import { type Change, changeSchema } from './change.ts'
import { essenceOf, withoutMoot } from './clashes.ts'
import { resolve, type Side } from './conflict.ts'
import { diffModels } from './diff-models.ts'
import { type Merge, mergeModels } from './merge-models.ts'

const changes = z.array(changeSchema)

/** What becomes of every change of a new base and of a model that rests on the old one, but for those in a conflict. */
export const accountSchema = z.strictObject({
  /** Of the base, and now in the model too. */
  taken: changes,
  /** Of the model, and still its own. */
  kept: changes,
  /** Of both, alike: no longer the model's own. */
  common: changes,
  /** Where a stage stands on the canvas that the other side removes: nobody misses it. */
  moot: changes,
})
export type Account = z.infer<typeof accountSchema>

export type TakeOver = Merge & { account: Account }

/**
 * Brings a model together with the new version of its base; `drawnOn` is the version that it rests on. Every change of
 * either side stands in the account or in a conflict, once; what both did alike once for both. `ours` is the model.
 */
export function takeOver(drawnOn: ProcessModel, model: ProcessModel, base: ProcessModel): TakeOver {
  const merge = mergeModels(drawnOn, model, base)
  const all = { ours: diffModels(drawnOn, model), theirs: diffModels(drawnOn, base) }
  const settled = { ours: withoutOpen(all.ours, merge, 'ours'), theirs: withoutOpen(all.theirs, merge, 'theirs') }
  const kept = withoutMoot(settled.ours, settled.theirs)
  const taken = withoutMoot(settled.theirs, settled.ours)
  const isShared = among(taken)
  return {
    ...merge,
    account: {
      taken: taken.filter((change) => !among(kept)(change)),
      kept: kept.filter((change) => !isShared(change)),
      common: kept.filter(isShared),
      moot: [...without(settled.ours, kept), ...without(settled.theirs, taken)],
    },
  }
}

/**
 * The merged drawing with a side taken at each conflict, in their order.
 * @throws DomainError CONFLICTS_OPEN where not each conflict has its side, MODEL_INVALID where what they make is no drawing.
 */
export function settle({ model, conflicts }: Merge, sides: readonly Side[]): ProcessModel {
  if (sides.length !== conflicts.length)
    throw new DomainError(
      'CONFLICTS_OPEN',
      `There are ${conflicts.length} conflicts, and ${sides.length} are settled. Say for each of them which side is to be taken.`,
      { conflicts: conflicts.length, settled: sides.length },
    )
  return conflicts.reduce((drawn, conflict, n) => applyChanges(drawn, resolve(conflict, sides[n] as Side)), model)
}

function withoutOpen(all: Change[], { conflicts }: Merge, side: Side): Change[] {
  const open = new Set(conflicts.flatMap(({ changes }) => changes[side].map(subjectOf)))
  return all.filter((change) => !open.has(subjectOf(change)))
}

/** What a change is about; no two changes of one drawing are about the same. */
const subjectOf = ({ kind, place, ...change }: Change): string =>
  [kind, place.kind, place.id, ...('path' in change ? change.path : [])].join(' ')

function among(changes: readonly Change[]): (change: Change) => boolean {
  const essences = new Set(changes.map(essenceOf))
  return (change) => essences.has(essenceOf(change))
}

const without = (changes: readonly Change[], others: readonly Change[]): Change[] =>
  changes.filter((change) => !others.includes(change))
