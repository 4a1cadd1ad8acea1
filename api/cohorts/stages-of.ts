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
  // From stage to stage: what stands at the same one is passed over in the index.
  const rows = await db.$queryRaw<{ stage: string; deal: string }[]>`
    WITH RECURSIVE standing("stage", "deal") AS (
      (SELECT "stage_id", "deal_id" FROM "stay" WHERE "segment_id" = ${segmentId} AND "passed_at" IS NULL
       ORDER BY "stage_id", "since", "deal_id" LIMIT 1)
      UNION ALL
      SELECT next.* FROM standing CROSS JOIN LATERAL (
        SELECT "stage_id", "deal_id" FROM "stay"
        WHERE "segment_id" = ${segmentId} AND "passed_at" IS NULL AND "stage_id" > standing."stage"
        ORDER BY "stage_id", "since", "deal_id" LIMIT 1
      ) AS next
    )
    SELECT * FROM standing WHERE "stage" <> ALL(${drawn.map(({ id }) => id)}) ORDER BY 1`
  return Promise.all(
    rows.map(async ({ stage: id, deal }) => {
      const { model } = await models.ofDeal(await db.deal.findUniqueOrThrow({ where: { id: deal } }))
      return { id, name: model.stages.find((stage) => stage.id === id)?.name ?? id }
    }),
  )
}
