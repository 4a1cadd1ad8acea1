-- What a list of the objections of all deals shows of each.
ALTER TABLE "objection" ADD COLUMN "about" TEXT, ADD COLUMN "strategy" TEXT, ADD COLUMN "owner_id" TEXT,
    ADD COLUMN "blocks" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "escalated_at" TIMESTAMPTZ;
CREATE INDEX "objection_status_due_at_idx" ON "objection"("status", "due_at");

UPDATE "objection" SET
    "about" = known."objection"->>'about',
    "strategy" = known."objection"->>'strategy',
    "blocks" = COALESCE((known."objection"->>'blocks')::BOOLEAN, false),
    "escalated_at" = (known."objection"->>'escalatedAt')::TIMESTAMPTZ
FROM (
    SELECT "deal"."id" AS "deal_id", one."id", one."objection"
    FROM "deal", jsonb_each("deal"."state"->'objections') AS one("id", "objection")
) AS known
WHERE "objection"."deal_id" = known."deal_id" AND "objection"."id" = known."id";

-- One change that is asked of many deals at once, and what became of it on each.
CREATE TABLE "deal_batch" (
    "id" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "asked_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "deal_batch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "deal_batch_row" (
    "batch_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "code" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "seq" INTEGER,
    CONSTRAINT "deal_batch_row_pkey" PRIMARY KEY ("batch_id","deal_id","target"),
    CONSTRAINT "deal_batch_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "deal_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "deal_batch_row_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "deal_batch_row_batch_id_status_idx" ON "deal_batch_row"("batch_id", "status");
CREATE INDEX "deal_batch_row_deal_id_idx" ON "deal_batch_row"("deal_id");
