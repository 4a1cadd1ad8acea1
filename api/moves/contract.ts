import { z } from 'zod'
import { impactKinds, impactSchema } from '#engine'
import { pageOf, pageQuery } from '../http/page-contract.ts'
import { refusedShape } from '../http/refused-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

/** How many running deals stand on each version that has any, newest version first. */
export const runningDealsSchema = z.object({ items: z.array(z.object({ version: z.number(), deals: z.number() })) })
export type RunningDeals = z.infer<typeof runningDealsSchema>

/** What moving one running deal to a version would do to it. `version` is the one that it runs on. */
export const impactRowSchema = z
  .object({
    deal: named,
    owner: named,
    version: z.number(),
    impact: impactSchema,
    /** Something has happened to the deal since: the effect may be another by now. */
    changed: z.boolean(),
  })
  .meta({ id: 'ImpactRow' })
export type ImpactRow = z.infer<typeof impactRowSchema>

const instant = z.iso.datetime()

export const impactListQuery = {
  ...pageQuery,
  kind: z.enum(impactKinds).optional(),
  /** A part of the deal's name. */
  search: z.string().trim().max(200).optional(),
  /** The number of the version that the deals run on. */
  from: z.coerce.number().int().positive().optional(),
  /** The deal that alone is asked for. */
  deal: z.string().optional(),
  /** Answers what a preview showed at that instant, so that its pages fit each other; works out nothing anew. */
  asOf: instant.optional(),
}
/**
 * `totals` and `already`, those that are on the version, count whatever is searched; `total` counts the rows asked for. `pending` counts the
 * deals whose impact is not worked out yet: ask again until it is 0. `asOf` is the instant that the answer holds for.
 */
export const impactListSchema = pageOf(impactRowSchema).extend({
  totals: z.record(z.enum(impactKinds), z.number()),
  already: z.number(),
  pending: z.number(),
  asOf: instant,
})
export type ImpactList = z.infer<typeof impactListSchema>

const dealIds = z.array(z.string().min(1).max(100)).max(10_000)

export const newMoveSchema = z
  .strictObject({
    /** The version to move to, by its number. */
    version: z.int32().positive(),
    /** The deals to move; all that run on other versions where left out. */
    deals: dealIds.min(1).optional(),
    /** Deals to leave where they are. */
    except: dealIds.default([]),
    /**
     * The preview that the move rests on, by its `asOf`: only deals that were in it are moved, each with the effect that it
     * showed. One on which the move would have another effect by then stays where it is, and the report says so.
     */
    asOf: instant.optional(),
    /** Moves only deals that the preview showed so. */
    kinds: z.array(z.enum(impactKinds)).min(1).optional(),
    /** Deals to move beside those of the kinds. */
    also: dealIds.default([]),
  })
  .refine(({ kinds, also, asOf }) => (!kinds && also.length === 0) || (kinds && asOf), {
    path: ['kinds'],
    message: 'go with a preview: name it by its asOf, and say which kinds are moved',
  })
export type NewMove = z.infer<typeof newMoveSchema>

export const moveStates = ['moving', 'paused', 'moved', 'undoing', 'undone', 'stopped'] as const
export const movedDealStatuses = [
  'pending',
  'moved',
  'refused',
  'changed',
  'failed',
  'restored',
  'kept',
  'left',
] as const

export const moveSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    movedBy: named,
    createdAt: z.string(),
    /** `stopped` is one that waits and that nothing works on; resume it. */
    state: z.enum(moveStates),
    counts: z.record(z.enum(movedDealStatuses), z.number()),
    /** Until when it can be undone. */
    undoUntil: z.string(),
  })
  .meta({ id: 'Move' })
export type Move = z.infer<typeof moveSchema>

/** What became of one deal of a move. `seq` is its step that moved it, or moved it back. */
export const movedDealSchema = z
  .object({
    deal: named,
    from: z.number(),
    status: z.enum(movedDealStatuses),
    ...refusedShape,
    seq: z.number().nullable(),
  })
  .meta({ id: 'MovedDeal' })
export type MovedDeal = z.infer<typeof movedDealSchema>

export const movedDealsQuery = { ...pageQuery, status: z.enum(movedDealStatuses).optional() }
export const movedDealListSchema = pageOf(movedDealSchema)
