import { z } from 'zod'
import { conditionSchema, type Funnel, funnelOfStored } from '#engine'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'

const keptFilterSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  filter: conditionSchema,
  /** Who keeps it. */
  by: z.string(),
})
export type KeptFilter = z.infer<typeof keptFilterSchema>

/** What `segment.funnel` keeps beside the funnel: filters are no part of what sales operations sets. */
const keptSchema = z.strictObject({ filters: z.array(keptFilterSchema).default([]) })

export type StoredFunnel = { id: string; name: string; funnel: Funnel; filters: KeptFilter[]; revision: number }

/** How a segment is worked. Throws SEGMENT_NOT_FOUND, and SEGMENT_IS_PROCESS where it has a model instead. */
export async function funnelOf(db: Db, segmentId: string): Promise<StoredFunnel> {
  const segment = await db.segment.findUnique({ where: { id: segmentId } })
  if (!segment)
    throw new DomainError('SEGMENT_NOT_FOUND', 'There is no such segment. Choose one from the list.', {
      segment: segmentId,
    })
  if (segment.mode !== 'funnel')
    throw new DomainError(
      'SEGMENT_IS_PROCESS',
      `The segment “${segment.name}” is worked by process: it has deals, no leads. Choose one that is a funnel.`,
      { segment: segmentId },
    )
  const { funnel, kept } = funnelOfStored(segment.funnel)
  const { filters } = keptSchema.parse(kept)
  return { id: segment.id, name: segment.name, funnel, filters, revision: segment.funnelRevision }
}
