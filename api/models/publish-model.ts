import { canonicalJson, checkModel, compileModel, type ProcessModel, processModelSchema, runScenarios } from '#engine'
import { DomainError } from '#engine/deal'
import type { Db, Prisma, Transaction } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { Version } from './contract.ts'
import { savedSince } from './save-draft.ts'

/** A drawing with what is known of its saves, as it is stored. */
export type StoredModel = Prisma.ProcessModelGetPayload<object>

/** A segment's model. Throws where there is no such segment, or it is worked as a funnel. */
export async function modelOf(db: Db, segmentId: string): Promise<StoredModel> {
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

/** What else a new version asks for, in the transaction that stores it. */
export type Afterwards = (
  tx: Transaction,
  published: { model: StoredModel; version: Version; actor: User },
) => Promise<void>

/** Makes the saved drawing the next version. Deals that run stay on theirs. */
export async function publishModel(
  { db, newId, now }: Deps,
  actor: User,
  model: StoredModel,
  { note, revision }: { note: string; revision: number },
  afterwards?: Afterwards,
): Promise<Version> {
  const { id, draft, draftRevision } = model
  if (draftRevision !== revision) throw await savedSince(db, id, revision, 'Reload it before you publish.')
  const drawing = processModelSchema.parse(draft)
  refuseErrors(drawing)
  await refuseBrokenScenarios(drawing)
  const publication = { note, publishedBy: actor.name, publishedAt: now(), versionId: newId() }
  return db.$transaction(async (tx) => {
    const version = await storeVersion(tx, id, drawing, publication)
    await afterwards?.(tx, { model, version, actor })
    return version
  })
}

type Publication = { note: string; publishedBy: string; publishedAt: Date; versionId: string }

/**
 * Stores a drawing as its model's next version, and the departments that it asks. The drawing is taken as checked; it is
 * compiled here, whatever a browser made of it. One that is the newest version already stays that version, so that asking
 * twice publishes once.
 */
export async function storeVersion(
  tx: Transaction,
  modelId: string,
  model: ProcessModel,
  { versionId, ...publication }: Publication,
): Promise<Version> {
  const plan = compileModel(model)
  await tx.$queryRaw`SELECT id FROM process_model WHERE id = ${modelId} FOR UPDATE`
  const newest = await tx.modelVersion.findFirst({ where: { modelId }, orderBy: { number: 'desc' } })
  const isPublished = newest && canonicalJson(newest.model) === canonicalJson(model)
  const version = isPublished
    ? newest
    : await tx.modelVersion.create({
        data: {
          id: versionId,
          modelId,
          model,
          plan,
          planHash: plan.hash,
          number: (newest?.number ?? 0) + 1,
          ...publication,
        },
      })
  for (const department of model.departments)
    await tx.department.upsert({ where: { id: department.id }, create: department, update: {} })
  return asVersion(version)
}

/** Plays the scenarios of a drawing without errors. Throws SCENARIOS_BROKEN where one no longer ends as it is expected to. */
async function refuseBrokenScenarios(model: ProcessModel): Promise<void> {
  const results = await runScenarios(model)
  const broken = model.scenarios.filter(({ id }) => results.get(id)?.length).map(({ name }) => name)
  if (broken.length === 0) return
  const named = broken.map((name) => `“${name}”`).join(', ')
  throw new DomainError(
    'SCENARIOS_BROKEN',
    `The drawing cannot be published, since deals on it no longer go as these scenarios expect: ${named}. Try the drawing out to see where, and change it or what they expect.`,
    { scenarios: broken },
  )
}

/** Throws MODEL_HAS_ERRORS for a drawing that cannot become a version. */
export function refuseErrors(model: ProcessModel): void {
  const errors = checkModel(model).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  const messages = errors.map(({ message }) => message)
  throw new DomainError(
    'MODEL_HAS_ERRORS',
    `The drawing cannot be published, since it has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}: ${messages.join(' ')}`,
    { findings: messages },
  )
}

type Stored = { number: number; note: string; publishedBy: string; publishedAt: Date; planHash: string }

/** A stored version as the API tells of it. */
export const asVersion = ({ number, note, publishedBy, publishedAt, planHash }: Stored): Version => ({
  number,
  note,
  publishedBy,
  publishedAt: publishedAt.toISOString(),
  planHash,
})
