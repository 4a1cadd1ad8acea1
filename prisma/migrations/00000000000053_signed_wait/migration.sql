-- How long the layers of a sign-off, and the specialist departments beside them, stood open until they were signed: what an
-- outlook compares with. Without it every state of a segment's deals would be read for one deal's page.
CREATE TABLE "signed_wait" (
    "deal_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "part_id" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "signed_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "signed_wait_pkey" PRIMARY KEY ("deal_id","kind","part_id"),
    CONSTRAINT "signed_wait_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "signed_wait_segment_id_kind_part_id_signed_at_idx" ON "signed_wait"("segment_id", "kind", "part_id", "signed_at");

-- The waits of one deal that have ended, from its state.
CREATE FUNCTION "signed_waits_of"(one "deal") RETURNS SETOF "signed_wait" LANGUAGE sql STABLE AS $$
  WITH layer AS (
    SELECT entry."key", entry."value" FROM jsonb_each(one."state"->'layers') AS entry
  ), part AS (
    SELECT 'layers' AS "kind", layer."key", layer."value" FROM layer
    UNION ALL
    SELECT 'specialists', beside."key", beside."value" FROM layer, jsonb_each(layer."value"->'specialists') AS beside
  )
  SELECT DISTINCT ON (part."kind", part."key") one."id", part."kind", part."key", one."segment_id",
    (part."value"->>'openedAt')::TIMESTAMPTZ, (part."value"->>'signedAt')::TIMESTAMPTZ
  FROM part
  WHERE part."value"->>'status' = 'signed' AND part."value" ?& ARRAY['openedAt', 'signedAt']
  ORDER BY part."kind", part."key", part."value"->>'signedAt' DESC
$$;

CREATE FUNCTION "keep_signed_waits"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state"->'layers' IS NOT DISTINCT FROM NEW."state"->'layers' THEN
    RETURN NULL;
  END IF;
  DELETE FROM "signed_wait" WHERE "deal_id" = NEW."id"
    AND ("kind", "part_id") NOT IN (SELECT now."kind", now."part_id" FROM "signed_waits_of"(NEW) AS now);
  INSERT INTO "signed_wait" SELECT * FROM "signed_waits_of"(NEW)
  ON CONFLICT ("deal_id", "kind", "part_id") DO UPDATE SET
    "opened_at" = EXCLUDED."opened_at", "signed_at" = EXCLUDED."signed_at"
  WHERE ("signed_wait"."opened_at", "signed_wait"."signed_at") IS DISTINCT FROM (EXCLUDED."opened_at", EXCLUDED."signed_at");
  RETURN NULL;
END $$;

CREATE TRIGGER "keep_signed_waits" AFTER INSERT OR UPDATE OF "state" ON "deal"
FOR EACH ROW WHEN (NEW."seq" > 0) EXECUTE FUNCTION "keep_signed_waits"();

INSERT INTO "signed_wait" SELECT wait.* FROM "deal", "signed_waits_of"("deal") AS wait WHERE "deal"."seq" > 0;
