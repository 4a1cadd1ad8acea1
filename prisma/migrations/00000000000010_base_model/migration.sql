-- A base model of the company's: drawn and published like a segment's, and what segments' models rest on.
CREATE TABLE "base_model" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "base_model_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "base_model_name_key" ON "base_model"("name");

-- A drawing is a segment's or a base's. A segment's can rest on the version of a base that it was last brought together with.
ALTER TABLE "process_model" ALTER COLUMN "segment_id" DROP NOT NULL;
ALTER TABLE "process_model" ADD COLUMN "base_model_id" TEXT;
ALTER TABLE "process_model" ADD COLUMN "rests_on_id" TEXT;
CREATE UNIQUE INDEX "process_model_base_model_id_key" ON "process_model"("base_model_id");
CREATE INDEX "process_model_rests_on_id_idx" ON "process_model"("rests_on_id");
ALTER TABLE "process_model" ADD CONSTRAINT "process_model_base_model_id_fkey" FOREIGN KEY ("base_model_id") REFERENCES "base_model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "process_model" ADD CONSTRAINT "process_model_rests_on_id_fkey" FOREIGN KEY ("rests_on_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "process_model" ADD CONSTRAINT "process_model_owner_check" CHECK (num_nonnulls("segment_id", "base_model_id") = 1);

-- The plans of deals that do something otherwise than the version that they run on, by hash.
CREATE TABLE "adapted_plan" (
    "hash" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    CONSTRAINT "adapted_plan_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "adapted_plan_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- The plan and the own changes that a deal was moved from, so that undoing gives both back.
ALTER TABLE "moved_deal" ADD COLUMN "from_plan_hash" TEXT;
ALTER TABLE "moved_deal" ADD COLUMN "from_own_changes" JSONB;

-- The version that a deal runs on: the one of its number, where its state says one; else the one of its plan, or its own.
CREATE OR REPLACE FUNCTION "version_of"(this_deal "deal", plan_hash TEXT, number INTEGER) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN this_deal."plan_hash" = plan_hash AND number IS NULL THEN this_deal."model_version_id" ELSE COALESCE((
    SELECT v."id" FROM "model_version" v JOIN "process_model" m ON m."id" = v."model_id"
    WHERE m."segment_id" = this_deal."segment_id" AND (v."plan_hash" = version_of.plan_hash OR v."number" = version_of.number)
    ORDER BY (v."number" = version_of.number) DESC NULLS LAST, (v."id" = this_deal."model_version_id") DESC, v."number" DESC
    LIMIT 1
  ), this_deal."model_version_id") END
$$;
