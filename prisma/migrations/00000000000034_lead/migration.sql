-- Mass customers: leads of a segment that is worked as a funnel, and the changes that were made of many of them at once.
ALTER TABLE "segment" ADD COLUMN "funnel" JSONB;
ALTER TABLE "segment" ADD COLUMN "funnel_revision" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "lead" (
    "id" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL,
    "account" TEXT,
    "contact" TEXT,
    "source" TEXT,
    "stage" TEXT NOT NULL,
    "tags" TEXT[],
    "fields" JSONB NOT NULL,
    "owner_id" TEXT,
    "deal_id" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "lead_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lead_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "lead_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "lead_segment_id_key_key" ON "lead"("segment_id", "key");
CREATE UNIQUE INDEX "lead_deal_id_key" ON "lead"("deal_id");
-- One for each way in which the list is sorted, and one for what a seller owns; the funnel is counted from the last alone.
CREATE INDEX "lead_segment_id_created_at_id_idx" ON "lead"("segment_id", "created_at", "id");
CREATE INDEX "lead_segment_id_changed_at_id_idx" ON "lead"("segment_id", "changed_at", "id");
CREATE INDEX "lead_segment_id_name_id_idx" ON "lead"("segment_id", "name", "id");
CREATE INDEX "lead_segment_id_owner_id_stage_deal_id_idx" ON "lead"("segment_id", "owner_id", "stage", "deal_id");
CREATE INDEX "lead_tags_idx" ON "lead" USING GIN ("tags");

CREATE TABLE "lead_batch" (
    "id" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "asked_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "chosen" INTEGER NOT NULL,
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ,
    CONSTRAINT "lead_batch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lead_batch_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "lead_batch_segment_id_created_at_idx" ON "lead_batch"("segment_id", "created_at");

CREATE TABLE "lead_batch_row" (
    "batch_id" TEXT NOT NULL,
    "lead_id" TEXT NOT NULL,
    "tags_added" TEXT[],
    "tags_removed" TEXT[],
    "stage_before" TEXT,
    "owner_before" TEXT,
    CONSTRAINT "lead_batch_row_pkey" PRIMARY KEY ("batch_id","lead_id"),
    CONSTRAINT "lead_batch_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "lead_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "lead_batch_row_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "lead_batch_row_lead_id_idx" ON "lead_batch_row"("lead_id");
