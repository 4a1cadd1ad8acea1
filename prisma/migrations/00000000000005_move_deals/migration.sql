-- The version that a deal runs on: the one of that number, where the deal was moved to one, or else its own. A plan can be that
-- of several versions, and of several segments.
CREATE FUNCTION "version_of"(this_deal "deal", plan_hash TEXT, number INTEGER) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN this_deal."plan_hash" = plan_hash AND number IS NULL THEN this_deal."model_version_id" ELSE COALESCE((
    SELECT v."id" FROM "model_version" v JOIN "process_model" m ON m."id" = v."model_id"
    WHERE m."segment_id" = this_deal."segment_id" AND v."plan_hash" = version_of.plan_hash
    ORDER BY (v."number" = version_of.number) DESC NULLS LAST, (v."id" = this_deal."model_version_id") DESC, v."number" DESC
    LIMIT 1
  ), this_deal."model_version_id") END
$$;

-- Stores one step of a deal in the read model, in one round trip; a move to another version puts the deal's row on it. `step` holds rows by table: the deal, its event, all of
-- its tasks, requests and objections, of which those are written that the step changed (their seq is the step's), and the
-- step's notices. The answer is the patch that counts: this step's own, or the one that an earlier run of it had stored.
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
  IF step->'notices' <> '[]' THEN
    INSERT INTO "notification" SELECT * FROM jsonb_populate_recordset(NULL::"notification", step->'notices');
  END IF;

  RETURN step->'event'->'delta';
END $$;
