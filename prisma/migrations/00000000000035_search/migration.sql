-- Names are found by any part of them, in any script: by the one and two characters that stand in them, which is what Chinese is
-- looked for by and what trigrams cannot see.

-- A text as it is compared: full-width forms, case and spacing make no difference. The collation is PostgreSQL's own, so that an
-- index means the same on every machine, also where the database's locale knows no letters but ASCII.
CREATE FUNCTION "search_text"(given TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(regexp_replace(normalize(given, NFKC), '\s+', ' ', 'g') COLLATE "pg_c_utf8");

-- Each character of a text and each two that follow each other, where a word begins also with the space before it. Told to be costly,
-- and of no use to parallel workers, so that the planner reads them from an index rather than make them anew for each row.
CREATE FUNCTION "search_grams"(given TEXT) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE PARALLEL RESTRICTED COST 10000 AS $$
DECLARE
  grams TEXT[] := string_to_array(' ' || "public"."search_text"(given), NULL);
BEGIN
  FOR place IN 1 .. cardinality(grams) - 1 LOOP
    grams := grams || (grams[place] || grams[place + 1]);
  END LOOP;
  RETURN grams;
END $$;

-- What a text has to have among its grams to hold a word.
CREATE FUNCTION "search_needs"(word TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(DISTINCT substr("search_text"(word), "place", 2)), '{}')
  FROM generate_series(1, greatest(char_length("search_text"(word)) - 1, 1)) AS "place"
);

CREATE INDEX "deal_search" ON "deal" USING GIN ("search_grams"("name"));
CREATE INDEX "account_search" ON "account" USING GIN ("search_grams"("name"));
CREATE INDEX "support_request_search" ON "support_request" USING GIN ("search_grams"("name"));
CREATE INDEX "lead_search" ON "lead" USING GIN ("search_grams"("name" || ' ' || coalesce("account", '') || ' ' || coalesce("contact", '')));
CREATE INDEX "user_search" ON "user" USING GIN ("search_grams"("name" || ' ' || "email"));
CREATE INDEX "deal_account_id_idx" ON "deal"("account_id");
CREATE INDEX "lead_owner_id_idx" ON "lead"("owner_id");

-- Who holds the buying roles of deals, kept from their state, to be found by name and title.
CREATE TABLE "deal_person" (
    "deal_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "role_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    CONSTRAINT "deal_person_pkey" PRIMARY KEY ("deal_id","id"),
    CONSTRAINT "deal_person_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "deal_person_owner_id_idx" ON "deal_person"("owner_id");

-- The people of one deal, from its state. Who has left holds the role no more.
CREATE FUNCTION "people_of"(one "deal") RETURNS SETOF "deal_person" LANGUAGE sql STABLE AS $$
  SELECT one."id", person."key", one."owner_id", person."value"->>'role', person."value"->>'name',
    coalesce(person."value"->>'title', '')
  FROM jsonb_each(one."state"->'people') AS person WHERE NOT person."value" ? 'leftAt'
$$;

CREATE FUNCTION "keep_people"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."owner_id" = NEW."owner_id"
    AND OLD."state"->'people' IS NOT DISTINCT FROM NEW."state"->'people' THEN
    RETURN NULL;
  END IF;
  DELETE FROM "deal_person" WHERE "deal_id" = NEW."id"
    AND NOT EXISTS (SELECT FROM "people_of"(NEW) AS now WHERE now."id" = "deal_person"."id");
  INSERT INTO "deal_person" SELECT * FROM "people_of"(NEW)
  ON CONFLICT ("deal_id", "id") DO UPDATE SET
    "owner_id" = EXCLUDED."owner_id", "role_id" = EXCLUDED."role_id", "name" = EXCLUDED."name", "title" = EXCLUDED."title"
  WHERE ("deal_person"."owner_id", "deal_person"."role_id", "deal_person"."name", "deal_person"."title")
    IS DISTINCT FROM (EXCLUDED."owner_id", EXCLUDED."role_id", EXCLUDED."name", EXCLUDED."title");
  RETURN NULL;
END $$;

CREATE TRIGGER "keep_people" AFTER INSERT OR UPDATE OF "state", "owner_id" ON "deal"
FOR EACH ROW WHEN (NEW."seq" > 0) EXECUTE FUNCTION "keep_people"();

INSERT INTO "deal_person" SELECT person.* FROM "deal", "people_of"("deal") AS person WHERE "deal"."seq" > 0;

CREATE INDEX "deal_person_search" ON "deal_person" USING GIN ("search_grams"("name" || ' ' || "title"));
