import { z } from 'zod'
import { identifierSchema, nameSchema } from '../model/identifier.ts'
import { attributeSchema } from '../model/process-model.ts'

/** A name for what a lead is marked with. */
export const tagSchema = z.string().trim().min(1, 'name the tag').max(60)

const oncePerId = (things: { id: string }[]): boolean => new Set(things.map(({ id }) => id)).size === things.length

/** How a mass segment is worked: the stages that its leads go through, in order, and what is kept of each lead beside its name. */
export const funnelSchema = z.strictObject({
  stages: z
    .array(z.strictObject({ id: identifierSchema, name: nameSchema }))
    .min(1, 'a funnel has at least one stage')
    .max(20)
    .refine(oncePerId, 'two stages bear the same id'),
  fields: z.array(attributeSchema).max(50).refine(oncePerId, 'two fields bear the same id'),
})
export type Funnel = z.infer<typeof funnelSchema>

/** A funnel as a segment keeps it: the usual one where it keeps none. What else is kept with it stays beside. */
export function funnelOfStored(stored: unknown): { funnel: Funnel; kept: Record<string, unknown> } {
  const { stages, fields, ...kept } = (stored ?? usualFunnel) as Record<string, unknown>
  return { funnel: funnelSchema.parse({ stages, fields }), kept }
}

/** What a funnel begins with, until sales operations says otherwise. */
export const usualFunnel: Funnel = {
  stages: [
    { id: 'new', name: 'New' },
    { id: 'contacted', name: 'Contacted' },
    { id: 'interested', name: 'Interested' },
    { id: 'unsuitable', name: 'Unsuitable' },
  ],
  fields: [],
}
