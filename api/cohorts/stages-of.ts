import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { newestVersion } from '../models/version-of.ts'

type Named = { id: string; name: string }

/**
 * A segment with the stages of its newest version in their order, then those that only deals on other versions stand at.
 * Throws SEGMENT_NOT_FOUND.
 */
export async function stagesOf(deps: Deps, id: string): Promise<{ segment: Named; stages: Named[] }> {
  const { db, models } = deps
  const segment = await db.segment.findUnique({
    where: { id },
    select: { id: true, name: true, model: { select: { id: true } } },
  })
  if (!segment)
    throw new DomainError('SEGMENT_NOT_FOUND', 'There is no such segment. Choose one from the list.', { segment: id })
  const newest = segment.model && (await newestVersion(db, segment.model.id))
  const drawn = newest ? (await models.byId(newest.id)).model.stages.map(({ id, name }) => ({ id, name })) : []
  return { segment: { id, name: segment.name }, stages: [...drawn, ...(await otherStages(deps, id, drawn))] }
}

/** The deal that stands there has its name. */
async function otherStages({ db, models }: Deps, segmentId: string, drawn: Named[]): Promise<Named[]> {
  const rows = await db.$queryRaw<{ stage: string; deal: string }[]>`
    SELECT "stage_id" AS "stage", min("deal_id") AS "deal" FROM "stay"
    WHERE "segment_id" = ${segmentId} AND "passed_at" IS NULL AND "stage_id" <> ALL(${drawn.map(({ id }) => id)})
    GROUP BY 1 ORDER BY 1`
  return Promise.all(
    rows.map(async ({ stage: id, deal }) => {
      const { model } = await models.ofDeal(await db.deal.findUniqueOrThrow({ where: { id: deal } }))
      return { id, name: model.stages.find((stage) => stage.id === id)?.name ?? id }
    }),
  )
}
