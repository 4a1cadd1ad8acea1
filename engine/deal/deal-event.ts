import { z } from 'zod'
import { changeSchema } from '../compare/change.ts'
import { identifierSchema } from '../model/identifier.ts'
import { objectionOutcomeSchema, strategySchema } from '../model/objection-type.ts'
import { verdicts } from '../model/support.ts'
import { gradeSchema } from '../model/value-type.ts'
import { attachedFileSchema } from './attached-file.ts'
import { personInputSchema } from './person.ts'
import { signerInputSchema } from './signer.ts'

const idSchema = z.string().min(1).max(100)
const instantSchema = z.iso.datetime({ offset: false })
const reasonSchema = z.string().trim().min(1, 'give a reason in one line').max(1000)
const noteSchema = z.string().max(4000).default('')
/** Files that were brought to the deal before. */
const filesSchema = z.array(attachedFileSchema).max(20).exactOptional()
/** What a step of support has cost the department, in hours, to the hundredth. */
const hoursSchema = z.number().min(0).max(1000).multipleOf(0.01)
const saidSchema = z.string().trim().min(1, 'write something').max(4000)

/** One fact learnt: what, its value, who of the customer said it, when, and how well it is evidenced. */
export const observationInputSchema = z.strictObject({
  id: idSchema,
  fact: z.string().min(1).max(200),
  value: z.union([z.string(), z.number(), z.boolean()]),
  grade: gradeSchema.default('said'),
  saidBy: z.string().max(200).optional(),
  /** When it was learnt; an interaction's own time where left out. */
  at: instantSchema.optional(),
  /** A note or a link to where it can be read. */
  evidence: z.string().max(4000).optional(),
  files: filesSchema,
})
export type ObservationInput = z.infer<typeof observationInputSchema>

export const interactionSchema = z.strictObject({
  kind: z.enum(['visit', 'call', 'mail', 'meeting', 'import']),
  at: instantSchema,
  note: noteSchema,
  participants: z.array(z.string().max(200)).default([]),
  files: filesSchema,
})

/** A visit to the customer: when, and whom to meet. */
export const visitSchema = z.strictObject({
  at: instantSchema,
  meet: z.string().trim().min(1, 'say whom to meet').max(300),
})

/** What can happen to a deal. `id` names the event (the request's idempotency key), `by` the person. */
const happened = { id: idSchema, by: idSchema }

export const dealEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opened'),
    ...happened,
    dealId: idSchema,
    planHash: z.string(),
    name: z.string().trim().min(1).max(300),
    owner: idSchema,
    observations: z.array(observationInputSchema).default([]),
  }),
  z.strictObject({
    kind: z.literal('interaction-recorded'),
    ...happened,
    interaction: interactionSchema,
    observations: z.array(observationInputSchema).default([]),
  }),
  z.strictObject({
    kind: z.literal('observation-withdrawn'),
    ...happened,
    observation: idSchema,
    reason: reasonSchema,
  }),
  z.strictObject({ kind: z.literal('task-completed'), ...happened, task: idSchema, note: noteSchema }),
  /** What somebody is to do on a deal without a model; under one, an action is added as a deviation. */
  z.strictObject({
    kind: z.literal('task-added'),
    ...happened,
    name: z.string().trim().min(1, 'say what is to be done').max(200),
    due: instantSchema.exactOptional(),
    /** Who owes it; the deal's owner where left out. */
    assignee: idSchema.exactOptional(),
  }),
  /** A task that somebody added is not owed after all. */
  z.strictObject({ kind: z.literal('task-taken-back'), ...happened, task: idSchema, reason: reasonSchema }),
  z.strictObject({
    kind: z.literal('objection-raised'),
    ...happened,
    type: identifierSchema,
    statement: z.string().trim().min(1).max(2000),
    stage: identifierSchema.optional(),
    /** An element, a commitment or a buying role that it is about. */
    about: identifierSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('objection-planned'),
    ...happened,
    objection: idSchema,
    strategy: strategySchema,
    steps: z.array(z.string().trim().min(1).max(500)).min(1),
    /** Who answers for the plan, a manager; the deal's owner where left out. */
    owner: idSchema.optional(),
    due: instantSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('objection-implemented'), ...happened, objection: idSchema, note: noteSchema }),
  z.strictObject({ kind: z.literal('objection-fed-back'), ...happened, objection: idSchema, feedback: reasonSchema }),
  z.strictObject({ kind: z.literal('objection-supervised'), ...happened, objection: idSchema, note: noteSchema }),
  z.strictObject({
    kind: z.literal('objection-closed'),
    ...happened,
    objection: idSchema,
    outcome: objectionOutcomeSchema,
  }),
  z.strictObject({ kind: z.literal('objection-reopened'), ...happened, objection: idSchema, reason: reasonSchema }),
  z.strictObject({
    kind: z.literal('support-answered'),
    ...happened,
    request: idSchema,
    verdict: z.enum(verdicts),
    note: noteSchema,
    hours: hoursSchema.optional(),
    files: filesSchema,
    observations: z.array(observationInputSchema).default([]),
  }),
  /** Support that a person asked for is not needed after all; only while nobody has accepted it. */
  z.strictObject({ kind: z.literal('support-taken-back'), ...happened, request: idSchema, reason: reasonSchema }),
  z.strictObject({ kind: z.literal('support-asked-again'), ...happened, request: idSchema, reason: reasonSchema }),
  /** Somebody has come free for a request that nobody had: it is given to whom the department's routing names. */
  z.strictObject({
    kind: z.literal('support-routed'),
    ...happened,
    request: idSchema,
    /** Who had it and has left its department, where somebody had. */
    from: idSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('support-accepted'), ...happened, request: idSchema }),
  /** The department asks the seller; its clock stands until the seller has answered. */
  z.strictObject({
    kind: z.literal('support-asked-back'),
    ...happened,
    request: idSchema,
    question: saidSchema,
    /** Another time for the visit, where it is one that was asked for. */
    visitAt: instantSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('support-question-answered'),
    ...happened,
    request: idSchema,
    answer: saidSchema,
    /** The time of the visit from now on. */
    visitAt: instantSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('support-handed-over'),
    ...happened,
    request: idSchema,
    to: idSchema,
    note: noteSchema,
    hours: hoursSchema.optional(),
  }),
  /** A seller asks for support that no rule calls for: a department, or a manager, also for company on a visit. */
  z.strictObject({
    kind: z.literal('support-requested'),
    ...happened,
    name: z.string().trim().min(1, 'say what for').max(200),
    details: noteSchema,
    files: filesSchema,
    due: instantSchema.optional(),
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('department'), department: identifierSchema }),
      z.strictObject({ kind: z.literal('manager'), manager: idSchema, visit: visitSchema.optional() }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('deviated'),
    ...happened,
    deviation: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('skip-stage'), stage: identifierSchema }),
      z.strictObject({ kind: z.literal('drop-action'), action: identifierSchema }),
      z.strictObject({
        kind: z.literal('add-action'),
        stage: identifierSchema,
        name: z.string().trim().min(1).max(200),
        due: instantSchema.exactOptional(),
        /** Who owes it; the deal's owner where left out. */
        assignee: idSchema.exactOptional(),
        /** Elements and commitments that it is for: it is no longer owed once they are there. */
        brings: z.array(identifierSchema).max(50).exactOptional(),
      }),
    ]),
    reason: reasonSchema,
  }),
  z.strictObject({ kind: z.literal('person-named'), ...happened, ...personInputSchema.shape }),
  z.strictObject({ kind: z.literal('person-changed'), ...happened, person: idSchema, ...personInputSchema.shape }),
  z.strictObject({ kind: z.literal('person-removed'), ...happened, person: idSchema, reason: reasonSchema }),
  /** The customer asks one more to sign a layer, or a specialist department beside it. */
  z.strictObject({ kind: z.literal('signer-added'), ...happened, ...signerInputSchema.shape, reason: reasonSchema }),
  z.strictObject({ kind: z.literal('signer-taken-back'), ...happened, signer: idSchema, reason: reasonSchema }),
  /**
   * What this layer, or one department beside it, and those above it signed until `at`, the event's own time where left
   * out, has to be signed again.
   */
  z.strictObject({
    kind: z.literal('sign-off-returned'),
    ...happened,
    layer: identifierSchema,
    specialist: identifierSchema.exactOptional(),
    at: instantSchema.optional(),
    reason: reasonSchema,
  }),
  z.strictObject({ kind: z.literal('style-chosen'), ...happened, style: identifierSchema, reason: reasonSchema }),
  z.strictObject({
    kind: z.literal('model-moved'),
    ...happened,
    planHash: z.string(),
    /** The version's number in its segment, as people call it. */
    version: z.number().int(),
    /** What the deal does otherwise than that version, where it does. */
    own: z.array(changeSchema).exactOptional(),
    /** It takes back a move. */
    undoes: z.literal(true).exactOptional(),
    /** What was noted before, as the facts that it is on this model. */
    observations: z.array(observationInputSchema).exactOptional(),
    /** The roles on this model of people who were named before, by person. */
    roles: z.record(z.string(), identifierSchema).exactOptional(),
    /** The actions of this model that tasks which are owed already stand for, by task. */
    tasks: z.record(z.string(), identifierSchema).exactOptional(),
    /** What objections that were raised before are on this model, by objection. */
    objections: z
      .record(z.string(), z.strictObject({ type: identifierSchema, stage: identifierSchema.exactOptional() }))
      .exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('model-adapted'),
    ...happened,
    planHash: z.string(),
    /** The number of the version that the deal runs on. */
    version: z.number().int(),
    /** What this step changes, on the model as the deal ran it. */
    changes: z.array(changeSchema).min(1, 'change something'),
    /** All that the deal does otherwise than its version from then on. */
    own: z.array(changeSchema),
    reason: reasonSchema,
  }),
  z.strictObject({
    kind: z.literal('closed'),
    ...happened,
    outcome: z.enum(['won', 'lost', 'abandoned']),
    reason: reasonSchema,
  }),
  /** A department holds the purchase where it stands: facts go on being recorded, but no stage completes until it unlocks. */
  z.strictObject({ kind: z.literal('deal-locked'), ...happened, department: identifierSchema, reason: reasonSchema }),
  z.strictObject({ kind: z.literal('deal-unlocked'), ...happened, department: identifierSchema, note: noteSchema }),
  z.strictObject({ kind: z.literal('woken'), ...happened }),
])
export type DealEvent = z.infer<typeof dealEventSchema>
export type DealEventInput = z.input<typeof dealEventSchema>
export type DealEventKind = DealEvent['kind']
