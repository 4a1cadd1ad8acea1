-- What deals do outside their model, as managers and sales operations look through it: by segment, stage, kind, person and time.
CREATE TABLE "deviation" (
    "deal_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stage_id" TEXT,
    "target" TEXT NOT NULL,
    "name" TEXT,
    "reason" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "seq" INTEGER NOT NULL,
    CONSTRAINT "deviation_pkey" PRIMARY KEY ("deal_id","id"),
    CONSTRAINT "deviation_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "deviation_at_idx" ON "deviation"("at");
CREATE INDEX "deviation_by_id_at_idx" ON "deviation"("by_id", "at");
CREATE INDEX "deviation_stage_id_at_idx" ON "deviation"("stage_id", "at");

-- Those of deals that are there already. Which styles the model suggested when one was chosen was not recorded then.
INSERT INTO "deviation" ("deal_id", "id", "kind", "stage_id", "target", "reason", "by_id", "at", "seq")
SELECT "deal"."id", one."id", one."deviation"->>'kind',
    CASE WHEN one."deviation"->>'kind' IN ('skip-stage', 'add-action') THEN one."deviation"->>'target' END,
    one."deviation"->>'target', one."deviation"->>'reason', one."deviation"->>'by',
    (one."deviation"->>'at')::TIMESTAMPTZ, (one."deviation"->>'seq')::INTEGER
FROM "deal", jsonb_each("deal"."state"->'deviations') AS one("id", "deviation")
WHERE one."deviation"->>'kind' <> 'choose-style';

-- Stores one step of a deal in the read model, in one round trip; a move to another version puts the deal's row on it. `step`
-- holds rows by table: the deal, its event, all of its tasks, requests, objections and deviations, of which those are written
-- that the step changed (their seq is the step's), the step's notices, and the turns in which its requests were given. The
-- answer is the patch that counts: this step's own, or the one that an earlier run of it had stored.
CREATE OR REPLACE FUNCTION "store_step"(step JSONB) RETURNS JSONB LANGUAGE plpgsql AS $$
DECLARE
  this_deal CONSTANT TEXT := step->'deal'->>'id';
  this_seq CONSTANT INTEGER := (step->'deal'->>'seq')::INTEGER;
  earlier JSONB;
BEGIN
  -- Two runs of one step take turns here, and the later one finds what the earlier has stored.
  PERFORM FROM "deal" WHERE "id" = this_deal FOR UPDATE;

  SELECT "delta" INTO earlier FROM "deal_event"
  WHERE "deal_id" = this_deal AND "seq" = this_seq AND "event_id" = step->'event'->>'event_id';
  IF FOUND THEN
    RETURN earlier;
  END IF;

  -- A worker that was taken for dead may come late with a step that the workflow has taken elsewhere since.
  PERFORM FROM "deal_event"
  WHERE "deal_id" = this_deal AND "seq" >= this_seq AND "at" > (step->'event'->>'at')::TIMESTAMPTZ;
  IF FOUND THEN
    RAISE EXCEPTION 'step superseded: step % of deal %', this_seq, this_deal;
  END IF;
  PERFORM FROM "deal_event"
  WHERE "deal_id" = this_deal AND "seq" < this_seq AND "event_id" = step->'event'->>'event_id';
  IF FOUND THEN
    RAISE EXCEPTION 'step superseded: event % of deal % was taken long ago', step->'event'->>'event_id', this_deal;
  END IF;

  -- Steps that the workflow never recorded: its worker died between their transaction and the history. What they wrote
  -- goes, and the deal's lists are written anew.
  DELETE FROM "deal_event" WHERE "deal_id" = this_deal AND "seq" >= this_seq;
  IF FOUND THEN
    DELETE FROM "task" WHERE "deal_id" = this_deal;
    DELETE FROM "support_request" WHERE "deal_id" = this_deal;
    DELETE FROM "objection" WHERE "deal_id" = this_deal;
    DELETE FROM "deviation" WHERE "deal_id" = this_deal;
    DELETE FROM "notification" WHERE "deal_id" = this_deal AND "seq" >= this_seq;
  END IF;

  UPDATE "deal" SET
    "name" = next."name",
    "plan_hash" = next."plan_hash",
    "model_version_id" = "version_of"("deal", next."plan_hash", (step->>'version')::INTEGER),
    "owner_id" = next."owner_id",
    "status" = next."status",
    "outcome" = next."outcome",
    "seq" = next."seq",
    "effort" = next."effort",
    "open_stages" = next."open_stages",
    "state" = next."state",
    "wake_at" = next."wake_at",
    "opened_at" = next."opened_at",
    "closed_at" = next."closed_at",
    "updated_at" = now()
  FROM jsonb_populate_record(NULL::"deal", step->'deal') AS next
  WHERE "deal"."id" = this_deal;

  INSERT INTO "deal_event" SELECT * FROM jsonb_populate_record(NULL::"deal_event", step->'event');

  IF step->'tasks' <> '[]' THEN
    DELETE FROM "task" USING jsonb_populate_recordset(NULL::"task", step->'tasks') AS next
    WHERE "task"."deal_id" = this_deal AND "task"."id" = next."id" AND next."seq" = this_seq;
    INSERT INTO "task" SELECT * FROM jsonb_populate_recordset(NULL::"task", step->'tasks') ON CONFLICT DO NOTHING;
  END IF;
  IF step->'requests' <> '[]' THEN
    DELETE FROM "support_request" USING jsonb_populate_recordset(NULL::"support_request", step->'requests') AS next
    WHERE "support_request"."deal_id" = this_deal AND "support_request"."id" = next."id" AND next."seq" = this_seq;
    INSERT INTO "support_request" SELECT * FROM jsonb_populate_recordset(NULL::"support_request", step->'requests')
    ON CONFLICT DO NOTHING;
  END IF;
  IF step->'objections' <> '[]' THEN
    DELETE FROM "objection" USING jsonb_populate_recordset(NULL::"objection", step->'objections') AS next
    WHERE "objection"."deal_id" = this_deal AND "objection"."id" = next."id" AND next."seq" = this_seq;
    INSERT INTO "objection" SELECT * FROM jsonb_populate_recordset(NULL::"objection", step->'objections')
    ON CONFLICT DO NOTHING;
  END IF;
  -- What was recorded of a deviation never changes.
  IF step->'deviations' <> '[]' THEN
    INSERT INTO "deviation" SELECT * FROM jsonb_populate_recordset(NULL::"deviation", step->'deviations')
    ON CONFLICT DO NOTHING;
  END IF;
  IF step->'notices' <> '[]' THEN
    INSERT INTO "notification" SELECT * FROM jsonb_populate_recordset(NULL::"notification", step->'notices');
  END IF;

  IF step->'turns' <> '[]' THEN
    INSERT INTO "routing_turn" SELECT * FROM jsonb_populate_recordset(NULL::"routing_turn", step->'turns')
    ON CONFLICT ("department_id", "rule_id") DO UPDATE SET "user_id" = EXCLUDED."user_id";
  END IF;

  RETURN step->'event'->'delta';
END $$;
