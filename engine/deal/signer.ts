import { z } from 'zod'
import { identifierSchema, nameSchema } from '../model/identifier.ts'

/** When an added signer's turn is: before the others of the layer or department, beside them, or after them. */
export const signerPlaces = ['before', 'beside', 'after'] as const

export const signerInputSchema = z.strictObject({
  layer: identifierSchema,
  /** The specialist department that is to be signed; the layer's own part where left out. */
  specialist: identifierSchema.optional(),
  /** What to call the signer: “Head of audit”. People are named for it as for a role of the model. */
  name: nameSchema,
  place: z.enum(signerPlaces),
})

/** Somebody whom the customer added to the sign-off of one deal; has to sign whatever the layer's rule, unless taken back. */
export const signerSchema = z.object({
  ...signerInputSchema.shape,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  seq: z.number().int(),
  takenBackAt: z.string().exactOptional(),
  takenBackReason: z.string().exactOptional(),
})
export type Signer = z.infer<typeof signerSchema>

/**
 * The sign-off was sent back to a layer, or to one department beside it: what it and those above it signed until `at` no
 * longer counts for it.
 */
export const signOffReturnSchema = z.object({
  layer: z.string(),
  specialist: z.string().exactOptional(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  seq: z.number().int(),
})
export type SignOffReturn = z.infer<typeof signOffReturnSchema>
