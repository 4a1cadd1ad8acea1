-- Says which mass segments' leads have changed, once a statement, however many it changes; and that a funnel is another.
CREATE FUNCTION "tell_leads"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object('leads', one."segment_id")::TEXT)
  FROM (SELECT DISTINCT "segment_id" FROM "changed") AS one;
  RETURN NULL;
END $$;

CREATE TRIGGER "tell_leads_added" AFTER INSERT ON "lead" REFERENCING NEW TABLE AS "changed"
FOR EACH STATEMENT EXECUTE FUNCTION "tell_leads"();

CREATE TRIGGER "tell_leads_changed" AFTER UPDATE ON "lead" REFERENCING NEW TABLE AS "changed"
FOR EACH STATEMENT EXECUTE FUNCTION "tell_leads"();

CREATE TRIGGER "tell_live" AFTER UPDATE OF "funnel" ON "segment"
FOR EACH ROW EXECUTE FUNCTION "tell_live"('leads', 'id');
