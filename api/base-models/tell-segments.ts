import type { Transaction } from '../../prisma/client.ts'
import type { Afterwards } from '../models/publish-model.ts'

/**
 * Tells that a base has a new version: of each segment that still rests on an earlier one, its process owner and who drew
 * it last; sales operations where there is neither. Publishing the same drawing again tells nobody twice.
 */
export const tellSegments: Afterwards = async (tx, { model, version, actor }) => {
  const overlays = await tx.processModel.findMany({
    where: { restsOn: { modelId: model.id, number: { lt: version.number } } },
    include: { segment: true },
  })
  const base = await tx.baseModel.findUniqueOrThrow({ where: { id: model.baseModelId ?? '' } })
  const ops = await salesOperations(tx)
  await tx.notification.createMany({
    data: overlays.flatMap(({ segment, editedBy }) => {
      if (!segment) return []
      const owners = [segment.processOwnerId, editedBy].filter((id) => id !== null)
      return [...new Set(owners.length > 0 ? owners : ops)]
        .filter((userId) => userId !== actor.id)
        .map((userId) => ({
          id: `${model.id}:${version.number}:${segment.id}:${userId}`,
          userId,
          segmentId: segment.id,
          kind: 'base-published',
          subject: base.name,
          createdAt: version.publishedAt,
        }))
    }),
    skipDuplicates: true,
  })
}

const salesOperations = async (tx: Transaction): Promise<string[]> =>
  (await tx.user.findMany({ where: { role: 'ops' }, select: { id: true } })).map(({ id }) => id)
