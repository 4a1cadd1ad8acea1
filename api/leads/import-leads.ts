import type { Transaction } from '../../prisma/client.ts'
import { readTable } from '../../workflows/importing/read-table.ts'
import type { Deps } from '../deps.ts'
import type { Upload } from '../http/read-upload.ts'
import type { LeadImport } from './contract.ts'
import { funnelOf } from './funnel-of.ts'
import { leadColumns, requiredColumns } from './lead-columns.ts'
import { type GivenLead, readLeads } from './read-leads.ts'
import { ownerRoles } from './segment-funnel.ts'

/** Leads that one statement writes. */
const leadsAtOnce = 5000
/** How long the leads of one list may take, in milliseconds. */
const patience = 120_000
/** Refused rows that are told one by one. */
const toldRows = 1000

/** Ends a transaction whose writes were made only to be counted. */
class OnlyLooked extends Error {}

/** What `importLeads` would come to now; nothing of it stays. Throws FILE_UNREADABLE. */
export const previewLeads = (deps: Deps, segmentId: string, upload: Upload): Promise<LeadImport> =>
  takeIn(deps, segmentId, upload, true)

/**
 * Takes a list of leads in, all its good rows or, where the list is no list, none: what is new is added, and what has a key
 * that the segment knows is changed by what its row gives. Empty cells and tags that are not named leave a lead as it is.
 * Throws FILE_UNREADABLE.
 */
export const importLeads = (deps: Deps, segmentId: string, upload: Upload): Promise<LeadImport> =>
  takeIn(deps, segmentId, upload, false)

async function takeIn(deps: Deps, segmentId: string, { name, bytes }: Upload, isPreview: boolean): Promise<LeadImport> {
  const { db, now, newId } = deps
  const { funnel } = await funnelOf(db, segmentId)
  const table = readTable({ name, bytes }, requiredColumns, await leadColumns(funnel))
  const { leads, refused, columnsLeft } = readLeads(table, funnel, await ownersByName(deps))
  const done = { added: 0, changed: 0 }
  const writing = db.$transaction(
    async (tx) => {
      for (let first = 0; first < leads.length; first += leadsAtOnce) {
        const some = leads.slice(first, first + leadsAtOnce).map((lead) => ({ ...lead, id: newId() }))
        const written = await upsert(tx, segmentId, some, funnel.stages[0]?.id ?? '', now())
        done.added += written.added
        done.changed += written.changed
      }
      if (isPreview) throw new OnlyLooked()
    },
    { timeout: patience },
  )
  await writing.catch((failure: unknown) => {
    if (!(failure instanceof OnlyLooked)) throw failure
  })
  return {
    ...done,
    unchanged: leads.length - done.added - done.changed,
    refused: refused.slice(0, toldRows),
    refusedCount: refused.length,
    columnsLeft,
  }
}

type Written = { added: number; changed: number }

/** Writes leads by their keys. A lead that is a deal keeps its stage. */
async function upsert(
  tx: Transaction,
  segmentId: string,
  leads: (GivenLead & { id: string })[],
  firstStage: string,
  now: Date,
): Promise<Written> {
  const [written] = await tx.$queryRaw<[Written]>`
    WITH "given" AS (
      SELECT "id", "key", "name", "account", "contact", "source", "stage", "owner", "fields",
        ARRAY(SELECT jsonb_array_elements_text("tags") COLLATE "C" ORDER BY 1) AS "tags"
      FROM jsonb_to_recordset(${JSON.stringify(leads)}::JSONB) AS "lead"("id" TEXT, "key" TEXT, "name" TEXT, "account" TEXT,
        "contact" TEXT, "source" TEXT, "stage" TEXT, "owner" TEXT, "fields" JSONB, "tags" JSONB)
    ), "written" AS (
      INSERT INTO "lead" AS "had" ("id", "segment_id", "key", "name", "account", "contact", "source", "stage", "owner_id",
        "fields", "tags", "created_at", "changed_at")
      SELECT "id", ${segmentId}, "key", "name", "account", "contact", "source", coalesce("stage", ${firstStage}), "owner",
        "fields", "tags", ${now}, ${now}
      FROM "given"
      ON CONFLICT ("segment_id", "key") DO UPDATE SET
        "name" = EXCLUDED."name",
        "account" = coalesce(EXCLUDED."account", "had"."account"),
        "contact" = coalesce(EXCLUDED."contact", "had"."contact"),
        "source" = coalesce(EXCLUDED."source", "had"."source"),
        "owner_id" = coalesce(EXCLUDED."owner_id", "had"."owner_id"),
        "stage" = CASE WHEN "had"."deal_id" IS NULL
          THEN coalesce((SELECT "stage" FROM "given" WHERE "given"."key" = EXCLUDED."key"), "had"."stage")
          ELSE "had"."stage" END,
        "fields" = "had"."fields" || EXCLUDED."fields",
        "tags" = ARRAY(SELECT DISTINCT "tag" COLLATE "C" FROM unnest("had"."tags" || EXCLUDED."tags") AS "tag" ORDER BY 1),
        "changed_at" = EXCLUDED."changed_at",
        "revision" = "had"."revision" + 1
      WHERE ("had"."name", "had"."account", "had"."contact", "had"."source", "had"."owner_id", "had"."fields")
          IS DISTINCT FROM (EXCLUDED."name", coalesce(EXCLUDED."account", "had"."account"),
            coalesce(EXCLUDED."contact", "had"."contact"), coalesce(EXCLUDED."source", "had"."source"),
            coalesce(EXCLUDED."owner_id", "had"."owner_id"), "had"."fields" || EXCLUDED."fields")
        OR NOT "had"."tags" @> EXCLUDED."tags"
        OR ("had"."deal_id" IS NULL AND "had"."stage" <>
          coalesce((SELECT "stage" FROM "given" WHERE "given"."key" = EXCLUDED."key"), "had"."stage"))
      RETURNING "had"."revision"
    )
    SELECT (count(*) FILTER (WHERE "revision" = 1))::INTEGER AS "added",
      (count(*) FILTER (WHERE "revision" > 1))::INTEGER AS "changed" FROM "written"`
  return written
}

/** Sellers by their e-mail addresses, and by their names where only one bears it; in small letters. */
async function ownersByName({ db }: Deps): Promise<ReadonlyMap<string, string>> {
  const users = await db.user.findMany({
    where: { role: { in: ownerRoles } },
    select: { id: true, name: true, email: true },
  })
  const keys = users.flatMap(({ id, name, email }) =>
    [...new Set([name, email].map((one) => one.toLowerCase()))].map((key) => [key, id] as const),
  )
  const bearers = new Map<string, string[]>()
  for (const [key, id] of keys) bearers.set(key, [...(bearers.get(key) ?? []), id])
  return new Map([...bearers].flatMap(([key, [id, ...others]]) => (id && others.length === 0 ? [[key, id]] : [])))
}
