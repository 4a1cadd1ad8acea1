-- Says what has changed to whoever listens, once it is committed: a deal took a step, a segment's drawing was saved or
-- published. Only ids go out; who may know of them is decided where somebody listens.
CREATE FUNCTION "tell_live"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object(TG_ARGV[0], to_jsonb(NEW)->>TG_ARGV[1], 'seq', to_jsonb(NEW)->'seq')::TEXT);
  RETURN NULL;
END $$;

CREATE TRIGGER "tell_live" AFTER INSERT ON "deal_event"
FOR EACH ROW EXECUTE FUNCTION "tell_live"('deal', 'deal_id');

CREATE TRIGGER "tell_live" AFTER UPDATE OF "draft_revision" ON "process_model"
FOR EACH ROW EXECUTE FUNCTION "tell_live"('model', 'id');

CREATE TRIGGER "tell_live" AFTER INSERT ON "model_version"
FOR EACH ROW EXECUTE FUNCTION "tell_live"('model', 'model_id');
