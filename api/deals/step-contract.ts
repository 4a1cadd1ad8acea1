import { z } from 'zod'
import { type DealEventInput, dealEventSchema, interactionSchema, observationInputSchema } from '#engine/deal'
import type { Role } from '../people/contract.ts'

type Kind = DealEventInput['kind']
const sellers: readonly Role[] = ['rep', 'manager', 'admin']
const departments: readonly Role[] = ['resource-owner', 'manager', 'admin']

/** A change that a person can ask of a deal: its path below the deal, and the member of its event that the path names. */
export type Step = { path: string; kind: Kind; target?: string; roles: readonly Role[]; summary: string }

export const steps = [
  {
    path: 'interactions',
    kind: 'interaction-recorded',
    roles: sellers,
    summary: 'Record an interaction and what was learnt in it',
  },
  {
    path: 'observations/{id}/withdraw',
    kind: 'observation-withdrawn',
    target: 'observation',
    roles: sellers,
    summary: 'Withdraw an observation; the stages that rested on it reopen',
  },
  {
    path: 'tasks',
    kind: 'task-added',
    roles: sellers,
    summary: 'Add a task to a deal without a model; under one, an action is added as a deviation',
  },
  {
    path: 'tasks/{id}/take-back',
    kind: 'task-taken-back',
    target: 'task',
    roles: sellers,
    summary: 'Say that a task that somebody added is not owed after all, and why',
  },
  {
    path: 'tasks/{id}/complete',
    kind: 'task-completed',
    target: 'task',
    roles: sellers,
    summary: 'Complete a task that you owe',
  },
  { path: 'objections', kind: 'objection-raised', roles: sellers, summary: 'Raise an objection' },
  {
    path: 'objections/{id}/plan',
    kind: 'objection-planned',
    target: 'objection',
    roles: sellers,
    summary: 'Plan the answer to an objection',
  },
  {
    path: 'objections/{id}/implement',
    kind: 'objection-implemented',
    target: 'objection',
    roles: sellers,
    summary: 'Say that the plan was carried out',
  },
  {
    path: 'objections/{id}/feed-back',
    kind: 'objection-fed-back',
    target: 'objection',
    roles: sellers,
    summary: 'Say how the customer took it',
  },
  {
    path: 'objections/{id}/supervise',
    kind: 'objection-supervised',
    target: 'objection',
    roles: sellers,
    summary: 'Supervise, as somebody other than who implemented',
  },
  {
    path: 'objections/{id}/close',
    kind: 'objection-closed',
    target: 'objection',
    roles: sellers,
    summary: 'Close a supervised objection with its outcome',
  },
  {
    path: 'objections/{id}/reopen',
    kind: 'objection-reopened',
    target: 'objection',
    roles: sellers,
    summary: 'Open a closed objection again, saying why',
  },
  {
    path: 'support-requests/{id}/answer',
    kind: 'support-answered',
    target: 'request',
    roles: departments,
    summary: 'Answer a request to your department',
  },
  {
    path: 'support-requests/{id}/ask-again',
    kind: 'support-asked-again',
    target: 'request',
    roles: sellers,
    summary: 'Ask again for support whose answer does not serve, saying what changed',
  },
  {
    path: 'support-requests/{id}/accept',
    kind: 'support-accepted',
    target: 'request',
    roles: departments,
    summary: 'Accept a request to your department: you have it',
  },
  {
    path: 'support-requests/{id}/ask-back',
    kind: 'support-asked-back',
    target: 'request',
    roles: departments,
    summary: 'Ask the seller a question; the clock stands until it is answered',
  },
  {
    path: 'support-requests/{id}/answer-question',
    kind: 'support-question-answered',
    target: 'request',
    roles: sellers,
    summary: 'Answer a department’s question; its clock goes on',
  },
  {
    path: 'support-requests/{id}/hand-over',
    kind: 'support-handed-over',
    target: 'request',
    roles: departments,
    summary: 'Hand a request over to a member of its department',
  },
  {
    path: 'support-requests',
    kind: 'support-requested',
    roles: sellers,
    summary: 'Ask a department or a manager for support that no rule calls for, also for company on a visit',
  },
  { path: 'deviations', kind: 'deviated', roles: sellers, summary: 'Step outside the model, with a reason' },
  { path: 'people', kind: 'person-named', roles: sellers, summary: 'Name who of the customer’s holds a buying role' },
  {
    path: 'people/{id}/change',
    kind: 'person-changed',
    target: 'person',
    roles: sellers,
    summary: 'Change what is known of a person: role, title, contact, stance, influence',
  },
  {
    path: 'people/{id}/remove',
    kind: 'person-removed',
    target: 'person',
    roles: sellers,
    summary: 'Say that a person no longer takes part, and why',
  },
  {
    path: 'signers',
    kind: 'signer-added',
    roles: sellers,
    summary: 'Say that the customer added a signer to a layer, or to a department beside it, and why',
  },
  {
    path: 'signers/{id}/take-back',
    kind: 'signer-taken-back',
    target: 'signer',
    roles: sellers,
    summary: 'Say that an added signer need not sign after all, and why',
  },
  {
    path: 'sign-off/return',
    kind: 'sign-off-returned',
    roles: sellers,
    summary: 'Say that the customer sent the sign-off back to a layer; it and those above sign again',
  },
  { path: 'style', kind: 'style-chosen', roles: sellers, summary: 'Choose the deal’s decision style' },
  {
    path: 'locks',
    kind: 'deal-locked',
    roles: departments,
    summary: 'Lock a deal for a department: facts are still recorded, but no stage completes',
  },
  {
    path: 'locks/{id}/release',
    kind: 'deal-unlocked',
    target: 'department',
    roles: departments,
    summary: 'Release a department’s lock; what is met completes at once',
  },
  { path: 'close', kind: 'closed', roles: sellers, summary: 'Close the deal' },
] as const satisfies Step[]

type Named<Step extends { kind: Kind; target?: string }> = Step extends { target: infer Target } ? Target : never
type EventOf<K extends Kind> = Extract<DealEventInput, { kind: K }>
/** Files are named by their ids alone; what the deal is told of them is read from the files themselves. */
type WithFileIds<Of> = Of extends { files?: unknown } ? Omit<Of, 'files'> & { files?: string[] } : Of
type FromOutside<Body> = WithFileIds<{
  [Member in keyof Body]: Member extends 'observations'
    ? Body[Member] extends (infer One)[] | undefined
      ? WithFileIds<Omit<One, 'id'>>[]
      : never
    : Member extends 'interaction'
      ? WithFileIds<Body[Member]>
      : Body[Member]
}>

/** What a step's request carries: its event, less what the path, the session and the Idempotency-Key already say. */
export type StepBodies = {
  [One in (typeof steps)[number] as One['path']]: FromOutside<
    Omit<EventOf<One['kind']>, 'kind' | 'id' | 'by' | Named<One>>
  > & {
    expectedSeq?: number
  }
}

/** Ids of files that whoever asks brought to the deal before. */
const fileIdsSchema = z.array(z.string()).max(20).optional()

/** The schema of a step's request, from the event that it becomes. With `expectedSeq`, a deal that moved on refuses. */
export function stepBodySchema({ kind, target }: Step) {
  const event = dealEventSchema.options.find((option) => option.shape.kind.value === kind)
  if (!event) throw new Error(`no event ${kind}`)
  const said = Object.entries(event.shape).filter(([name]) => !['kind', 'id', 'by', target].includes(name))
  return z.strictObject({
    ...Object.fromEntries(said),
    ...('files' in event.shape && { files: fileIdsSchema }),
    ...('interaction' in event.shape && { interaction: interactionSchema.extend({ files: fileIdsSchema }) }),
    ...('observations' in event.shape && {
      observations: z
        .array(observationInputSchema.omit({ id: true }).extend({ files: fileIdsSchema }))
        .max(200)
        .default([]),
    }),
    expectedSeq: z.number().int().optional(),
  })
}
