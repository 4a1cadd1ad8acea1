-- Objections and deviations are listed and counted over all deals without reading these: beside each stands the segment of its
-- deal, and beside an objection whether the deal still runs.
ALTER TABLE "objection" ADD COLUMN "segment_id" TEXT NOT NULL DEFAULT '', ADD COLUMN "is_running" BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE "deviation" ADD COLUMN "segment_id" TEXT NOT NULL DEFAULT '';
UPDATE "objection" SET "segment_id" = "deal"."segment_id", "is_running" = "deal"."status" = 'open'
FROM "deal" WHERE "deal"."id" = "objection"."deal_id";
UPDATE "deviation" SET "segment_id" = "deal"."segment_id" FROM "deal" WHERE "deal"."id" = "deviation"."deal_id";

CREATE FUNCTION "objection_of_deal"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  SELECT "segment_id", "status" = 'open' INTO NEW."segment_id", NEW."is_running" FROM "deal" WHERE "id" = NEW."deal_id";
  RETURN NEW;
END $$;
CREATE TRIGGER "of_deal" BEFORE INSERT ON "objection" FOR EACH ROW EXECUTE FUNCTION "objection_of_deal"();

CREATE FUNCTION "deviation_of_deal"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  SELECT "segment_id" INTO NEW."segment_id" FROM "deal" WHERE "id" = NEW."deal_id";
  RETURN NEW;
END $$;
CREATE TRIGGER "of_deal" BEFORE INSERT ON "deviation" FOR EACH ROW EXECUTE FUNCTION "deviation_of_deal"();

CREATE FUNCTION "keep_of_deal"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "objection" SET "segment_id" = NEW."segment_id", "is_running" = NEW."status" = 'open' WHERE "deal_id" = NEW."id";
  IF OLD."segment_id" <> NEW."segment_id" THEN
    UPDATE "deviation" SET "segment_id" = NEW."segment_id" WHERE "deal_id" = NEW."id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "keep_of_deal" AFTER UPDATE OF "status", "segment_id" ON "deal"
FOR EACH ROW WHEN ((OLD."status", OLD."segment_id") IS DISTINCT FROM (NEW."status", NEW."segment_id"))
EXECUTE FUNCTION "keep_of_deal"();

DROP INDEX "objection_standing";
CREATE INDEX "objection_standing" ON "objection"("due_at", "raised_at", "deal_id", "id") WHERE "status" <> 'closed' AND "is_running";
CREATE INDEX "objection_counted" ON "objection"("segment_id", "type_id", "raised_at" DESC, "status", "due_at", "outcome", "deal_id")
  WHERE "is_running" AND ("status" <> 'closed' OR "outcome" = 'crossed');
CREATE INDEX "deviation_segment_id_stage_id_kind_at_idx" ON "deviation"("segment_id", "stage_id", "kind", "at");
