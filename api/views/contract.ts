import { z } from 'zod'

/** The lists whose filters and order somebody can keep. Those of leads are kept for all who work a segment. */
const listSchema = z.enum(['deals', 'requests', 'objections', 'deviations'])
const nameSchema = z.string().trim().min(1, 'give it a name').max(100)
/** What the list's address says; the list takes of it what it knows. */
const placeSchema = z
  .record(z.string().max(50), z.json())
  .refine((place) => JSON.stringify(place).length <= 10_000, 'it holds more than an address can')

export const savedViewSchema = z
  .object({ id: z.string(), name: z.string(), place: z.record(z.string(), z.json()), isDefault: z.boolean() })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof savedViewSchema>

export const savedViewListSchema = z.object({ items: z.array(savedViewSchema) })
export const savedViewListQuery = { list: listSchema }

/** A view of a name that the list has already takes its place. */
export const newSavedViewSchema = z.strictObject({
  list: listSchema,
  name: nameSchema,
  place: placeSchema,
})
export type NewSavedView = z.infer<typeof newSavedViewSchema>

/** What is left out stays. A list has at most one default. */
export const changedSavedViewSchema = z.strictObject({
  name: nameSchema.optional(),
  isDefault: z.boolean().optional(),
})
export type ChangedSavedView = z.infer<typeof changedSavedViewSchema>
