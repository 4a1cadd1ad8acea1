import { DomainError } from '#engine/deal'
import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import { requireGiving, requireStage } from './change-lead.ts'
import type { JointLeadChange, LeadBatch } from './contract.ts'
import { chosenLeads } from './found-leads.ts'
import { funnelOf } from './funnel-of.ts'

const { sql } = Prisma
/** How long one change of all leads of a segment may take, in milliseconds. */
const patience = 60_000

/**
 * Changes many leads at once, all of them or none, and keeps what each had before. Chosen leads that are not there, or not a
 * person's own, are left out. Asked again with the same key it is the same change.
 */
export async function changeLeads(
  deps: Deps,
  actor: User,
  segmentId: string,
  { of, change }: JointLeadChange,
  key: string,
): Promise<LeadBatch> {
  const { db, now } = deps
  if (await db.leadBatch.count({ where: { id: key } })) return leadBatch(deps, actor, key)
  const segment = await funnelOf(db, segmentId)
  const { addTags, removeTags, stage, ownerId } = change
  if (stage !== undefined) requireStage(segment.funnel, stage)
  if (ownerId !== undefined) await requireGiving(deps, actor, ownerId)
  const chosen = chosenLeads(actor, segment, of)
  const tags = sql`ARRAY(SELECT DISTINCT "tag" COLLATE "C" FROM unnest("tags" || ${addTags}::TEXT[]) AS "tag"
    WHERE "tag" <> ALL(${removeTags}::TEXT[]) ORDER BY 1)`
  const stageAfter =
    stage === undefined ? sql`"stage"` : sql`CASE WHEN "deal_id" IS NULL THEN ${stage} ELSE "stage" END`
  const ownerAfter = ownerId === undefined ? sql`"owner_id"` : sql`${ownerId}::TEXT`
  await db.$transaction(
    async (tx) => {
      await tx.leadBatch.create({
        data: { id: key, segmentId, change, askedBy: actor.id, createdAt: now(), chosen: 0 },
      })
      // Taken in the order of their ids, so that two changes of the same leads wait for each other and never in a ring.
      await tx.$executeRaw`
        WITH "chosen" AS (
          SELECT "id", "tags", "stage", "owner_id", ${tags} AS "tags_after", ${stageAfter} AS "stage_after",
            ${ownerAfter} AS "owner_after"
          FROM "lead" WHERE ${chosen} ORDER BY "id" FOR UPDATE
        ), "changing" AS (
          SELECT * FROM "chosen" WHERE ("stage", "owner_id") IS DISTINCT FROM ("stage_after", "owner_after")
            OR NOT ("tags" @> "tags_after" AND "tags" <@ "tags_after")
        ), "changed" AS (
          UPDATE "lead" SET "tags" = "changing"."tags_after", "stage" = "stage_after", "owner_id" = "owner_after",
            "changed_at" = ${now()}, "revision" = "lead"."revision" + 1
          FROM "changing" WHERE "lead"."id" = "changing"."id"
        ), "kept" AS (
          INSERT INTO "lead_batch_row"
            ("batch_id", "lead_id", "tags_added", "tags_removed", "stage_before", "owner_before")
          SELECT ${key}, "id",
            ARRAY(SELECT unnest("tags_after") EXCEPT SELECT unnest("tags")),
            ARRAY(SELECT unnest("tags") EXCEPT SELECT unnest("tags_after")), "stage", "owner_id"
          FROM "changing"
        )
        UPDATE "lead_batch" SET "chosen" = (SELECT count(*) FROM "chosen") WHERE "id" = ${key}`
    },
    { timeout: patience },
  )
  return leadBatch(deps, actor, key)
}

/**
 * Takes a change of many leads back: tags that it added go, those that it took return, and a stage or owner that it gave goes
 * back unless somebody has changed it since. Undone once; asked again it says so. Throws BATCH_NOT_FOUND.
 */
export async function undoLeadBatch(deps: Deps, actor: User, id: string): Promise<LeadBatch> {
  const { db, now } = deps
  const { change } = await batchOf(deps, actor, id)
  const { stage, ownerId } = change as JointLeadChange['change']
  await db.$transaction(
    async (tx) => {
      const { count } = await tx.leadBatch.updateMany({
        where: { id, undoneAt: null },
        data: { undoneAt: now(), undoneBy: actor.id },
      })
      if (count === 0) return
      const stageBack =
        stage === undefined
          ? sql`"lead"."stage"`
          : sql`CASE WHEN "lead"."stage" = ${stage} AND "lead"."deal_id" IS NULL THEN "back"."stage_before" ELSE "lead"."stage" END`
      const ownerBack =
        ownerId === undefined
          ? sql`"lead"."owner_id"`
          : sql`CASE WHEN "lead"."owner_id" IS NOT DISTINCT FROM ${ownerId}::TEXT THEN "back"."owner_before" ELSE "lead"."owner_id" END`
      await tx.$executeRaw`
        WITH "back" AS (
          SELECT "row".* FROM "lead_batch_row" AS "row" JOIN "lead" ON "lead"."id" = "row"."lead_id"
          WHERE "row"."batch_id" = ${id} ORDER BY "lead"."id" FOR UPDATE OF "lead"
        )
        UPDATE "lead" SET "stage" = ${stageBack}, "owner_id" = ${ownerBack},
          "tags" = ARRAY(SELECT DISTINCT "tag" COLLATE "C" FROM unnest("lead"."tags" || "back"."tags_removed") AS "tag"
            WHERE "tag" <> ALL("back"."tags_added") ORDER BY 1),
          "changed_at" = ${now()}, "revision" = "lead"."revision" + 1
        FROM "back" WHERE "lead"."id" = "back"."lead_id"`
    },
    { timeout: patience },
  )
  return leadBatch(deps, actor, id)
}

/** What became of a change of many leads. */
export async function leadBatch(deps: Deps, actor: User, id: string): Promise<LeadBatch> {
  const { askedBy, createdAt, chosen, undoneAt, _count } = await batchOf(deps, actor, id)
  const names = await namesOf(deps.db, [askedBy])
  return {
    id,
    askedBy: { id: askedBy, name: names[askedBy] ?? askedBy },
    createdAt: createdAt.toISOString(),
    chosen,
    changed: _count.rows,
    undoneAt: undoneAt?.toISOString() ?? null,
  }
}

/** A rep sees their own changes. */
async function batchOf({ db }: Deps, actor: User, id: string) {
  const batch = await db.leadBatch.findFirst({
    where: { id, ...(actor.role === 'rep' && { askedBy: actor.id }) },
    include: { _count: { select: { rows: true } } },
  })
  if (batch) return batch
  throw new DomainError('BATCH_NOT_FOUND', 'There is no such change of leads. Reload the page.', { batch: id })
}
