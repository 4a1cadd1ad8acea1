import { checkModel } from '../check/check-model.ts'
import type { Finding } from '../check/finding.ts'
import { applyChanges } from '../compare/apply-changes.ts'
import type { Conflict } from '../compare/conflict.ts'
import { nameOf } from '../compare/names.ts'
import { type Overlay, overlayOf, withOverlay } from '../compare/overlay.ts'
import { sentenceOf } from '../compare/sentence-of.ts'
import { compileModel } from '../compile/compile.ts'
import type { Plan } from '../compile/plan.ts'
import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { DomainError } from '../domain-error.ts'
import type { ProcessModel } from '../model/process-model.ts'

/** A version's model as one deal runs it: with the deal's own changes, and compiled. */
export type Adapted = { model: ProcessModel; plan: Plan; own: Overlay }

/**
 * A version's model with what a deal does otherwise.
 * @throws DomainError CHANGES_DO_NOT_FIT where the changes were made on another model, MODEL_HAS_ERRORS where they make
 * something wrong that is not wrong in the version.
 */
export function adaptModel(version: ProcessModel, own: Overlay): Adapted {
  const model = applyChanges(version, own)
  refuseNewErrors(version, model)
  return { model, plan: compileModel(model), own: overlayOf(version, model) }
}

/**
 * What a deal does otherwise, carried from the version that it runs on to another. What the other version has of it
 * already is no longer the deal's own.
 * @throws DomainError OWN_CHANGES_CONFLICT where the other version changed the same otherwise, and MODEL_HAS_ERRORS where
 * the two make something wrong together.
 */
export function carryOwn(own: Overlay, from: ProcessModel, to: ProcessModel): Adapted {
  const { model, conflicts } = withOverlay(to, own, from)
  if (conflicts.length > 0) throw conflicting(conflicts, from, to, applyChanges(from, own))
  refuseNewErrors(to, model)
  return { model, plan: compileModel(model), own: overlayOf(to, model) }
}

/** A version that deals are moved to. */
export type MoveTarget = { model: ProcessModel; plan: Plan; version: number }
type Moved = Pick<DealEvent & { kind: 'model-moved' }, 'kind' | 'planHash' | 'version' | 'own'>

/**
 * What a move to a version puts a deal on, as its event says it: the version's own plan, or, where the deal does something
 * otherwise than the version `from` that it runs on, a plan that has this too.
 * @throws DomainError as `carryOwn` does.
 */
export function moveTo(
  { own }: Pick<DealState, 'own'>,
  from: ProcessModel,
  { model, plan, version }: MoveTarget,
): { plan: Plan; event: Moved } {
  if (!own) return { plan, event: { kind: 'model-moved', planHash: plan.hash, version } }
  const carried = carryOwn(own, from, model)
  return {
    plan: carried.plan,
    event: { kind: 'model-moved', planHash: carried.plan.hash, version, own: carried.own },
  }
}

function refuseNewErrors(version: ProcessModel, model: ProcessModel): void {
  const known = new Set(errorsIn(version).map(({ message }) => message))
  const messages = errorsIn(model)
    .map(({ message }) => message)
    .filter((message) => !known.has(message))
  if (messages.length === 0) return
  throw new DomainError(
    'MODEL_HAS_ERRORS',
    `With what this deal does otherwise its model has ${messages.length === 1 ? 'an error' : `${messages.length} errors`}: ${messages.join(' ')}`,
    { findings: messages },
  )
}

const errorsIn = (model: ProcessModel): Finding[] => checkModel(model).filter(({ severity }) => severity === 'error')

function conflicting(conflicts: Conflict[], from: ProcessModel, to: ProcessModel, deal: ProcessModel): DomainError {
  const tell = ({ changes: { ours, theirs } }: Conflict) =>
    `This deal: ${ours.map((change) => sentenceOf(change, { before: from, after: deal })).join(' ')} The version: ${theirs.map((change) => sentenceOf(change, { before: from, after: to })).join(' ')}`
  const sentences = conflicts.map(tell)
  const places = [...new Set(conflicts.map(({ place }) => nameOf([deal, to, from], place)))]
  return new DomainError(
    'OWN_CHANGES_CONFLICT',
    `What this deal does otherwise cannot be kept on that version. ${sentences.join(' ')} Take it back on the deal first.`,
    { conflicts: sentences, places },
  )
}
