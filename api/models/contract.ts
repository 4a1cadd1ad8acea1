import { z } from 'zod'
import { findingSchema, processModelSchema } from '#engine'

/** The drawing that is being worked on. `revision` counts its saves. */
export const draftSchema = z.object({ model: processModelSchema, revision: z.int32() }).meta({ id: 'Draft' })
export type Draft = z.infer<typeof draftSchema>

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
