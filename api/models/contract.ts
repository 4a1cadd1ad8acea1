import { z } from 'zod'
import { findingSchema, placeSchema, processModelSchema } from '#engine'

/** The drawing that is being worked on. `revision` counts its saves. */
export const draftSchema = z.object({ model: processModelSchema, revision: z.int32() }).meta({ id: 'Draft' })
export type Draft = z.infer<typeof draftSchema>

/** Where somebody is in a drawing: what is selected there, or nothing. Without it they are where they were. */
export const presenceSchema = z.strictObject({ at: placeSchema.nullable().optional() })
export type Presence = z.infer<typeof presenceSchema>

/** Somebody else who has a drawing open now, to edit or only to read it: since when, where in it, and when they last saved it. */
export const editorSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    since: z.string(),
    changedAt: z.string().nullable(),
    edits: z.boolean(),
    at: placeSchema.nullable(),
  })
  .meta({ id: 'Editor' })
export type Editor = z.infer<typeof editorSchema>

/** Who else has a drawing open now, and its last save: `revision`, and who made it; null where that is not known. */
export const meetingSchema = z
  .object({
    items: z.array(editorSchema),
    saved: z.object({ revision: z.int32(), by: z.object({ id: z.string(), name: z.string() }).nullable() }),
  })
  .meta({ id: 'Meeting' })
export type Meeting = z.infer<typeof meetingSchema>

/** `details` of STALE_VERSION for a drawing: who saved it since, and when. */
export const overwrittenSchema = z.object({ by: z.string(), byId: z.string(), at: z.string() })

export const checkedSchema = z.object({ findings: z.array(findingSchema) })

export const publicationSchema = z.strictObject({
  note: z.string().max(2000).default(''),
  revision: z.int32(),
})

export const versionSchema = z
  .object({
    number: z.number(),
    note: z.string(),
    publishedBy: z.string(),
    publishedAt: z.string(),
    planHash: z.string(),
  })
  .meta({ id: 'Version' })
export type Version = z.infer<typeof versionSchema>

/** A version's number, as an address carries it. */
export const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'use the number of a version')
  .transform(Number)

export const publishedModelSchema = versionSchema.extend({ model: processModelSchema })
