import type pg from 'pg'
import { compileModel } from '#engine'
import { enterpriseModel } from '../enterprise-deal.ts'
import { segmentId } from '../product.ts'

export const reviewId = 'a review'
export const batchId = 'a batch'
export const moveId = 'a move'

type Makers = { rep: string; manager: string }

/** What people make beside deals: reviews, remarks, a change of many deals, a move, a version whose impact is known, views. */
export async function makeBesides(client: pg.Client, { rep, manager }: Makers): Promise<void> {
  const some = (of: number) =>
    `(SELECT "id", row_number() OVER () AS n FROM (SELECT "id" FROM "deal" WHERE "status" = 'open' LIMIT ${of}) AS one)`
  const run = (sql: string, values: unknown[] = []) => client.query(sql, values)
  await run(
    `INSERT INTO "review" ("id", "name", "created_by", "created_at")
     SELECT CASE n WHEN 0 THEN '${reviewId}' ELSE 'review ' || n END, 'Week ' || n,
       CASE n % 10 WHEN 0 THEN $1 ELSE $2 END, now() - make_interval(days => n) FROM generate_series(0, 199) AS n`,
    [rep, manager],
  )
  await run(
    `INSERT INTO "review_deal" ("review_id", "deal_id", "position", "reviewed_at", "reviewed_by", "reviewed_seq")
     SELECT r."id", d."id", d.n, CASE WHEN r."id" <> '${reviewId}' THEN r."created_at" END, $1, 3
     FROM "review" AS r CROSS JOIN LATERAL
       (SELECT "id", row_number() OVER () AS n FROM "deal" WHERE "owner_id" = $2 OR r."created_by" = $1 LIMIT 400) AS d`,
    [manager, rep],
  )
  await run(
    `INSERT INTO "remark" ("id", "deal_id", "seq", "segment_id", "stage_id", "kind", "text", "by_id", "at")
     SELECT 'remark ' || d.n, d."id", 3, '${segmentId}', 'problem-disclosed', 'best-practice', 'Asked for the cost of waiting',
       $1, now() - make_interval(hours => d.n::INTEGER) FROM ${some(5000)} AS d`,
    [manager],
  )
  await run(
    `INSERT INTO "deal_batch" ("id", "asked", "asked_by", "created_at")
     VALUES ('${batchId}', '{"names": [], "event": {"kind": "deviated"}}', $1, now())`,
    [manager],
  )
  await run(
    `INSERT INTO "deal_batch_row" ("batch_id", "deal_id", "target", "status", "seq")
     SELECT '${batchId}', d."id", 'task', 'done', 4 FROM ${some(1000)} AS d`,
  )
  const model = { ...enterpriseModel, name: 'Enterprise software, again' }
  const plan = compileModel(model)
  const version = `${segmentId} 2`
  await run(
    `INSERT INTO "model_version" ("id", "model_id", "number", "model", "plan_hash", "plan", "note", "published_by")
     VALUES ($1, '${segmentId}', 2, $2, $3, $4, '', 'ops')`,
    [version, JSON.stringify(model), plan.hash, JSON.stringify(plan)],
  )
  await run(
    `INSERT INTO "deal_impact" ("deal_id", "plan_hash", "foreseen_at", "seq", "from_plan_hash", "kind", "impact")
     SELECT "id", $1, now(), "seq", "plan_hash", 'stays', $2 FROM "deal" WHERE "status" = 'open'`,
    [plan.hash, JSON.stringify(stays)],
  )
  await run(
    `INSERT INTO "model_move" ("id", "segment_id", "version_id", "moved_by", "created_at")
     VALUES ('${moveId}', '${segmentId}', $1, $2, now())`,
    [version, manager],
  )
  await run(
    `INSERT INTO "moved_deal" ("move_id", "deal_id", "from_version_id", "status")
     SELECT '${moveId}', d."id", '${segmentId} 1', 'refused' FROM ${some(50_000)} AS d`,
  )
  await run(
    `INSERT INTO "saved_view" ("id", "user_id", "list", "name", "place")
     SELECT 'view ' || n, $1, 'deals', 'View ' || n, '{}' FROM generate_series(1, 50) AS n`,
    [rep],
  )
}

const nothing = { facts: [], tasks: [], requests: [], objections: [] }
const stays = { kind: 'stays', from: [], to: [], stages: [], lost: nothing, gained: { tasks: [], requests: [] } }
