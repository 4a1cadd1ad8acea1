import { z } from 'zod'
import { identifierSchema, nameSchema } from '../model/identifier.ts'

export const stances = ['supports', 'neutral', 'opposes', 'unknown'] as const
export const stanceSchema = z.enum(stances)
export type Stance = z.infer<typeof stanceSchema>

export const influences = ['low', 'medium', 'high'] as const
export const influenceSchema = z.enum(influences)
export type Influence = z.infer<typeof influenceSchema>

/** When somebody cannot sign, and who of the deal's people stands in. From now on where `from` is left out. */
const awaySchema = z.strictObject({
  from: z.iso.datetime({ offset: false }).optional(),
  until: z.iso.datetime({ offset: false }),
  delegate: z.string().min(1).max(100).optional(),
})

/** Who of the customer's holds a buying role in one deal, and how this person stands to buying from us. */
export const personInputSchema = z.strictObject({
  role: identifierSchema,
  name: nameSchema,
  title: z.string().trim().max(200).default(''),
  /** How to reach them: a number, an address, a handle. */
  contact: z.string().trim().max(300).default(''),
  stance: stanceSchema.default('unknown'),
  influence: influenceSchema.default('medium'),
  /** Further roles that the same person holds. */
  alsoHolds: z.array(identifierSchema).max(50).optional(),
  /** Whether it is this person who asked for the purchase. */
  requester: z.boolean().optional(),
  away: awaySchema.optional(),
})

export type PersonInput = z.infer<typeof personInputSchema>

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
