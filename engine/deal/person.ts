import { z } from 'zod'
import { identifierSchema, nameSchema } from '../model/identifier.ts'

export const stances = ['supports', 'neutral', 'opposes', 'unknown'] as const
export const stanceSchema = z.enum(stances)
export type Stance = z.infer<typeof stanceSchema>

export const influences = ['low', 'medium', 'high'] as const
export const influenceSchema = z.enum(influences)
export type Influence = z.infer<typeof influenceSchema>

/** Who of the customer's holds a buying role in one deal, and how this person stands to buying from us. */
export const personInputSchema = z.strictObject({
  role: identifierSchema,
  name: nameSchema,
  title: z.string().trim().max(200).default(''),
  /** How to reach them: a number, an address, a handle. */
  contact: z.string().trim().max(300).default(''),
  stance: stanceSchema.default('unknown'),
  influence: influenceSchema.default('medium'),
})

/** A person as a deal knows them. Who has left keeps standing there, with the reason, and holds the role no more. */
export const personSchema = z.object({
  ...personInputSchema.shape,
  by: z.string(),
  at: z.string(),
  seq: z.number().int(),
  leftAt: z.string().exactOptional(),
  leftReason: z.string().exactOptional(),
})
export type Person = z.infer<typeof personSchema>
