import { checkModel, compileModel, processModelSchema } from '#engine'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'

/** A segment's model. Throws where there is no such segment, or it is worked as a funnel. */
export async function modelOf(db: Db, segmentId: string) {
  const segment = await db.segment.findUnique({ where: { id: segmentId }, include: { model: true } })
  if (!segment)
    throw new DomainError('SEGMENT_NOT_FOUND', 'There is no such segment. Choose one from the list.', {
      segment: segmentId,
    })
  if (!segment.model)
    throw new DomainError(
      'SEGMENT_IS_FUNNEL',
      `The segment “${segment.name}” is worked as a funnel and has no process model.`,
      { segment: segmentId },
    )
  return segment.model
}

/** Makes the saved drawing the next version. Deals that run stay on theirs. Trusts no browser: checks and compiles anew. */
export async function publishModel(
  { db, newId, now }: Deps,
  actor: User,
  segment: string,
  { note, revision }: { note: string; revision: number },
) {
  const { id, draft, draftRevision } = await modelOf(db, segment)
  if (draftRevision !== revision)
    throw new DomainError(
      'STALE_VERSION',
      'Somebody else saved this drawing since you opened it. Reload it before you publish.',
      { revision, saved: draftRevision },
    )
  const model = processModelSchema.parse(draft)
  const errors = checkModel(model).filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new DomainError(
      'MODEL_HAS_ERRORS',
      `The drawing has ${errors.length} errors and cannot be published: ${errors.map(({ message }) => message).join(' ')}`,
      { findings: errors.map(({ message }) => message) },
    )
  const plan = compileModel(model)
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM process_model WHERE id = ${id} FOR UPDATE`
    const newest = await tx.modelVersion.findFirst({
      where: { modelId: id },
      orderBy: { number: 'desc' },
      select: { number: true },
    })
    const version = {
      number: (newest?.number ?? 0) + 1,
      note,
      publishedBy: actor.name,
      publishedAt: now(),
      planHash: plan.hash,
    }
    await tx.modelVersion.create({ data: { id: newId(), modelId: id, model, plan, ...version } })
    for (const department of model.departments)
      await tx.department.upsert({ where: { id: department.id }, create: department, update: {} })
    return { ...version, publishedAt: version.publishedAt.toISOString() }
  })
}
