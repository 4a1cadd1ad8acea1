-- How long deals stand at a stage, and how long those that passed it took: what managers compare. A stage that was passed in the
-- very step that opened it says nothing about time and is left out, as is where a closed deal stood.
CREATE TABLE "stay" (
    "deal_id" TEXT NOT NULL,
    "stage_id" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    "passed_at" TIMESTAMPTZ,
    "objections" INTEGER NOT NULL,
    "requests" INTEGER NOT NULL,
    CONSTRAINT "stay_pkey" PRIMARY KEY ("deal_id","stage_id"),
    CONSTRAINT "stay_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "stay_segment_id_stage_id_passed_at_since_idx" ON "stay"("segment_id", "stage_id", "passed_at", "since");
-- What is counted over a whole segment stands in this index alone.
CREATE INDEX "stay_standing_idx" ON "stay"("segment_id", "passed_at", "stage_id", "since", "owner_id", "objections", "requests");
CREATE INDEX "stay_owner_id_segment_id_passed_at_since_idx" ON "stay"("owner_id", "segment_id", "passed_at", "since");

-- The stays of one deal, from its state.
CREATE FUNCTION "stays_of"(one "deal") RETURNS SETOF "stay" LANGUAGE sql STABLE AS $$
  SELECT one."id", stage."key", one."segment_id", one."owner_id", (stage."value"->>'openedAt')::TIMESTAMPTZ,
    CASE stage."value"->>'status' WHEN 'completed' THEN (stage."value"->>'completedAt')::TIMESTAMPTZ END,
    (SELECT count(*)::INTEGER FROM jsonb_each(one."state"->'objections') AS objection
     WHERE objection."value"->>'stage' = stage."key" AND objection."value"->'blocks' = 'true'
       AND objection."value"->>'status' <> 'closed'),
    (SELECT count(*)::INTEGER FROM jsonb_each(one."state"->'supportRequests') AS request
     WHERE request."value"->>'stage' = stage."key" AND request."value"->'blocks' = 'true'
       AND request."value"->>'status' = 'open')
  FROM jsonb_each(one."state"->'stages') AS stage
  WHERE stage."value" ? 'openedAt' AND (
    (one."status" = 'open' AND stage."value"->>'status' = 'open')
    OR (stage."value"->>'status' = 'completed' AND stage."value"->>'completedAt' > stage."value"->>'openedAt'))
$$;

CREATE FUNCTION "keep_stays"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."status" = NEW."status" AND OLD."owner_id" = NEW."owner_id"
    AND OLD."state"->'stages' IS NOT DISTINCT FROM NEW."state"->'stages'
    AND OLD."state"->'objections' IS NOT DISTINCT FROM NEW."state"->'objections'
    AND OLD."state"->'supportRequests' IS NOT DISTINCT FROM NEW."state"->'supportRequests' THEN
    RETURN NULL;
  END IF;
  DELETE FROM "stay" WHERE "deal_id" = NEW."id"
    AND NOT EXISTS (SELECT FROM "stays_of"(NEW) AS now WHERE now."stage_id" = "stay"."stage_id");
  INSERT INTO "stay" SELECT * FROM "stays_of"(NEW)
  ON CONFLICT ("deal_id", "stage_id") DO UPDATE SET
    "owner_id" = EXCLUDED."owner_id", "since" = EXCLUDED."since", "passed_at" = EXCLUDED."passed_at",
    "objections" = EXCLUDED."objections", "requests" = EXCLUDED."requests"
  WHERE ("stay"."owner_id", "stay"."since", "stay"."passed_at", "stay"."objections", "stay"."requests")
    IS DISTINCT FROM (EXCLUDED."owner_id", EXCLUDED."since", EXCLUDED."passed_at", EXCLUDED."objections", EXCLUDED."requests");
  RETURN NULL;
END $$;

CREATE TRIGGER "keep_stays" AFTER INSERT OR UPDATE OF "state", "status", "owner_id" ON "deal"
FOR EACH ROW WHEN (NEW."seq" > 0) EXECUTE FUNCTION "keep_stays"();

INSERT INTO "stay" SELECT stay.* FROM "deal", "stays_of"("deal") AS stay WHERE "deal"."seq" > 0;

-- A change of many deals is taken back by another one, once.
ALTER TABLE "deal_batch" ADD COLUMN "undoes_id" TEXT;
ALTER TABLE "deal_batch" ADD CONSTRAINT "deal_batch_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "deal_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "deal_batch_undoes_id_key" ON "deal_batch"("undoes_id");
