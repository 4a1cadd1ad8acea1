-- Who has a drawing open to edit it, and when they were last heard of.
CREATE TABLE "drawing_editor" (
    "model_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ,
    CONSTRAINT "drawing_editor_pkey" PRIMARY KEY ("model_id", "user_id"),
    CONSTRAINT "drawing_editor_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "process_model"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "drawing_editor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Somebody's coming and going is told at once to whoever listens.
CREATE FUNCTION "tell_editors"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object('editors', COALESCE(to_jsonb(NEW), to_jsonb(OLD))->>'model_id')::TEXT);
  RETURN NULL;
END $$;

CREATE TRIGGER "tell_editors" AFTER INSERT OR DELETE OR UPDATE OF "changed_at" ON "drawing_editor"
FOR EACH ROW EXECUTE FUNCTION "tell_editors"();
