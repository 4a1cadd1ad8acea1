import { z } from 'zod'
import { changeSchema } from '../compare/change.ts'
import { scalarSchema } from '../model/condition.ts'
import { objectionOutcomeSchema, strategySchema } from '../model/objection-type.ts'
import { verdicts } from '../model/support.ts'
import { gradeSchema } from '../model/value-type.ts'
import { attachedFileSchema } from './attached-file.ts'
import { layerRunSchema } from './layer-run.ts'
import { personSchema } from './person.ts'
import { signerSchema, signOffReturnSchema } from './signer.ts'

/*
 * A deal is plain JSON: collections are records by id, and nothing is ever null. That is what lets the change of one
 * step be an RFC 7396 merge patch, small enough for a workflow's history. Instants are ISO 8601 in UTC; ids of people
 * are users of ours. `seq` is the step that last wrote a thing.
 */

const text = z.string()
const maybe = text.exactOptional()
const seq = z.number().int()
const files = z.array(attachedFileSchema).exactOptional()

const observationSchema = z.object({
  fact: text,
  value: scalarSchema,
  grade: gradeSchema,
  at: text,
  by: text,
  seq,
  saidBy: maybe,
  evidence: maybe,
  files,
  interaction: maybe,
  withdrawnAt: maybe,
  withdrawnReason: maybe,
})
export type Observation = z.infer<typeof observationSchema>

const interactionStateSchema = z.object({
  kind: text,
  at: text,
  by: text,
  note: text,
  participants: z.array(text),
  files,
  seq,
})
export type Interaction = z.infer<typeof interactionStateSchema>

export const stageStatusSchema = z.enum(['waiting', 'open', 'completed', 'skipped'])
export type StageStatus = z.infer<typeof stageStatusSchema>
const stageRunSchema = z.object({ status: stageStatusSchema, openedAt: maybe, completedAt: maybe, seq })
export type StageRun = z.infer<typeof stageRunSchema>

export const taskStatusSchema = z.enum(['open', 'done', 'effect-obtained', 'dropped', 'cancelled'])
export type TaskStatus = z.infer<typeof taskStatusSchema>
const taskSchema = z.object({
  name: text,
  status: taskStatusSchema,
  assignee: text,
  brings: z.array(text),
  openedAt: text,
  seq,
  action: maybe,
  /** The action that it becomes the task of, once that is owed: it was owed before the deal had its model. */
  standsFor: maybe,
  stage: maybe,
  dueAt: maybe,
  closedAt: maybe,
  closedBy: maybe,
  note: maybe,
  escalatedAt: maybe,
})
export type Task = z.infer<typeof taskSchema>

const questionSchema = z.object({
  text,
  by: text,
  at: text,
  answer: maybe,
  answeredBy: maybe,
  answeredAt: maybe,
  /** Another time that was proposed for the visit. */
  visitAt: maybe,
})
export type Question = z.infer<typeof questionSchema>

/** Why nobody has a request. */
export const waitingReasons = ['no-one-free', 'above-authority'] as const
/** Whom an overdue request goes up to, one after the other. */
export const rungs = ['leads', 'process-owner'] as const

const supportRequestSchema = z.object({
  name: text,
  /** Empty where a person asked from hand. */
  trigger: text,
  /** Empty where a manager was asked. */
  department: text,
  status: z.enum(['open', 'answered', 'declined', 'cancelled']),
  blocks: z.boolean(),
  openedAt: text,
  seq,
  stage: maybe,
  objection: maybe,
  /** Chosen by the activity that stores the step, since that needs everybody's load. */
  owner: maybe,
  /** Why nobody has it yet: nobody is free, or it is above what anybody of the department may take. */
  waiting: z.enum(waitingReasons).exactOptional(),
  acceptedAt: maybe,
  dueAt: maybe,
  remindAt: maybe,
  remindedAt: maybe,
  /** What the department asked the seller, oldest first. While the last has no answer, the clock stands. */
  questions: z.array(questionSchema).exactOptional(),
  verdict: z.enum(verdicts).exactOptional(),
  note: maybe,
  answeredAt: maybe,
  answeredBy: maybe,
  escalatedAt: maybe,
  /** How far up it has escalated since, and the steps that are still to come, soonest first. */
  escalatedTo: z.enum(rungs).exactOptional(),
  escalations: z.array(z.object({ to: z.enum(rungs), at: text })).exactOptional(),
  /** Refused at once, by the model's own condition: it is lifted where that no longer holds. */
  refusedByModel: z.boolean().exactOptional(),
  /** Who asked from hand, and what for; a rule asked where left out. */
  requestedBy: maybe,
  details: maybe,
  /** What was brought with the request. */
  enclosed: files,
  /** A manager's company on a visit. */
  visit: z.object({ at: text, meet: text }).exactOptional(),
  /** The request from hand whose answer did not serve. */
  asksAgain: maybe,
  /** What it has cost its department so far, in hours. */
  hours: z.number().exactOptional(),
  /** What its answer brought. */
  files,
  /** What changed since the answer, where it was asked for again; the answer then no longer stands. */
  askedAgain: maybe,
})
export type SupportRequest = z.infer<typeof supportRequestSchema>

export const objectionStatusSchema = z.enum(['raised', 'planned', 'implemented', 'fed-back', 'supervised', 'closed'])
export type ObjectionStatus = z.infer<typeof objectionStatusSchema>
const objectionSchema = z.object({
  type: text,
  statement: text,
  status: objectionStatusSchema,
  blocks: z.boolean(),
  raisedBy: text,
  raisedAt: text,
  seq,
  stage: maybe,
  about: maybe,
  dueAt: maybe,
  strategy: strategySchema.exactOptional(),
  steps: z.array(text).exactOptional(),
  /** Who answers for the plan; the deal's owner where left out. */
  owner: maybe,
  implementedBy: maybe,
  feedback: maybe,
  supervisedBy: maybe,
  outcome: objectionOutcomeSchema.exactOptional(),
  closedAt: maybe,
  /** Why it was opened again after it had been closed. */
  reopened: maybe,
  escalatedAt: maybe,
})
export type Objection = z.infer<typeof objectionSchema>

const deviationSchema = z.object({
  kind: text,
  target: text,
  reason: text,
  by: text,
  at: text,
  seq,
  /** The stage that it concerns, where it concerns one. */
  stage: maybe,
  /** What it is about, as it was called then: the stage, the action or the style. */
  name: maybe,
  /** The styles that the model suggested instead, where another one was chosen. */
  suggested: z.array(text).exactOptional(),
  /** What was changed in the model, where that was the deviation. */
  changes: z.array(changeSchema).exactOptional(),
})
export type Deviation = z.infer<typeof deviationSchema>

const lockSchema = z.object({ by: text, at: text, reason: text, seq })
export type Lock = z.infer<typeof lockSchema>

export const dealStateSchema = z
  .object({
    formatVersion: z.literal(1),
    dealId: text,
    name: text,
    owner: text,
    planHash: text,
    /** The number of the version that the deal runs on; left out while that is the one it was opened on, unchanged. */
    version: z.number().int().exactOptional(),
    /** What the deal does otherwise than that version; its plan is that of the version with these changes. */
    own: z.array(changeSchema).exactOptional(),
    /** Counts the events that were taken. The next one is `seq + 1`. */
    seq,
    status: z.enum(['open', 'closed']),
    openedAt: text,
    /** Interactions so far: what the purchase has cost in visits. */
    effort: z.number().int(),
    interactions: z.record(text, interactionStateSchema),
    observations: z.record(text, observationSchema),
    stages: z.record(text, stageRunSchema),
    /** Stages of the versions before that this one does not have, as they were left. */
    formerStages: z.record(text, stageRunSchema).exactOptional(),
    /** How far the sign-off of each layer is. Left out where the model has no layer. */
    layers: z.record(text, layerRunSchema).exactOptional(),
    tasks: z.record(text, taskSchema),
    supportRequests: z.record(text, supportRequestSchema),
    objections: z.record(text, objectionSchema),
    deviations: z.record(text, deviationSchema),
    /** Who holds the buying roles. Left out until somebody is named. */
    people: z.record(text, personSchema).exactOptional(),
    /** Departments that hold the purchase where it stands, by id. Left out while none does. */
    locks: z.record(text, lockSchema).exactOptional(),
    /** Whom the customer added to the sign-off. Left out until there is one. */
    signers: z.record(text, signerSchema).exactOptional(),
    /** When the sign-off was sent back, and to which layer. Left out until it was. */
    returns: z.record(text, signOffReturnSchema).exactOptional(),
    style: maybe,
    outcome: z.enum(['won', 'lost', 'abandoned']).exactOptional(),
    closedAt: maybe,
    closedReason: maybe,
    wakeAt: maybe,
  })
  .meta({ id: 'DealState' })
export type DealState = z.infer<typeof dealStateSchema>
