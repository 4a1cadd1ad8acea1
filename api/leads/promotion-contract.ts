import { z } from 'zod'
import { pageOf, pageQuery } from '../http/page-contract.ts'
import { refusedShape } from '../http/refused-contract.ts'
import { leadSelectionSchema, promotionSchema } from './contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

export const promotionStatuses = ['pending', 'done', 'refused', 'failed'] as const
const statusSchema = z.enum(promotionStatuses)

/** Many leads that become deals of one segment: those that were chosen, or all that a filter finds. */
export const jointPromotionSchema = promotionSchema.omit({ name: true }).extend({ of: leadSelectionSchema })
export type JointPromotion = z.infer<typeof jointPromotionSchema>

/** How it goes. It is through once none is pending. Leads that were deals before are none of it. */
export const leadPromotionSchema = z
  .object({
    id: z.string(),
    askedBy: named,
    createdAt: z.string(),
    counts: z.record(statusSchema, z.number()),
  })
  .meta({ id: 'LeadPromotion' })
export type LeadPromotion = z.infer<typeof leadPromotionSchema>

export const promotionRowSchema = z
  .object({ lead: named, status: statusSchema, deal: z.string().nullable(), ...refusedShape })
  .meta({ id: 'LeadPromotionRow' })
export type PromotionRow = z.infer<typeof promotionRowSchema>

export const promotionRowsQuery = { ...pageQuery, status: statusSchema.optional() }
export const promotionRowsSchema = pageOf(promotionRowSchema)
