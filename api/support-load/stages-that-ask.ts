import type { Deps } from '../deps.ts'
import { newestVersion } from '../models/version-of.ts'

type Stage = { id: string; name: string; segment: string }

/**
 * The stages of segments with running deals by the support triggers drawn on them, as their newest versions have them. What an older
 * version alone asks for has no stage here, and neither has what a person asks for.
 */
export async function stagesThatAsk({ db, models }: Deps): Promise<Map<string, Stage>> {
  const found = await db.segment.findMany({
    where: { deals: { some: { status: 'open', seq: { gt: 0 } } } },
    select: { name: true, model: { select: { id: true } } },
  })
  const lists = await Promise.all(
    found.map(async ({ name, model }) => {
      const newest = model && (await newestVersion(db, model.id))
      if (!newest) return []
      const { model: drawn } = await models.byId(newest.id)
      return drawn.stages.flatMap((stage) =>
        stage.support.map(({ id }) => [id, { id: stage.id, name: stage.name, segment: name }] as const),
      )
    }),
  )
  return new Map(lists.flat())
}
