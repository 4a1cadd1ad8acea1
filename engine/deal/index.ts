// The door for code that may not carry the rules engine: workflow functions.
export {
  DomainError,
  type DomainErrorCode,
  domainErrorCodes,
  type ErrorDetails,
  errorDetailsSchema,
} from '../domain-error.ts'
export { type AttachedFile, attachedFileSchema } from './attached-file.ts'
export {
  type DealEvent,
  type DealEventInput,
  type DealEventKind,
  dealEventSchema,
  interactionSchema,
  type ObservationInput,
  observationInputSchema,
} from './deal-event.ts'
export {
  type DealState,
  type Deviation,
  dealStateSchema,
  type Interaction,
  type Lock,
  type Objection,
  type ObjectionStatus,
  type Observation,
  objectionStatusSchema,
  type Question,
  type StageRun,
  type StageStatus,
  type SupportRequest,
  stageStatusSchema,
  type Task,
  type TaskStatus,
} from './deal-state.ts'
export { applyPatch, diffState, type Patch } from './delta.ts'
export type { Effect } from './effect.ts'
export { holdersOf } from './holders.ts'
export type { LayerRun, LayerStatus, SignOffRun } from './layer-run.ts'
export { nextObjectionStep, type ObjectionStepName, objectionSteps, owesStep } from './objection-step.ts'
export { type Influence, influences, type Person, type Stance, stances } from './person.ts'
export { refuse } from './refuse.ts'
export { lockedBy } from './refuse-lock.ts'
export { type Signer, type SignOffReturn, signerPlaces } from './signer.ts'
export { standingQuestion } from './standing-question.ts'
