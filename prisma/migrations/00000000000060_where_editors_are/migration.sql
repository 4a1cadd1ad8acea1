-- Whoever has a drawing open is also who only reads it; and where in it they are.
ALTER TABLE "drawing_editor" ADD COLUMN "edits" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "drawing_editor" ADD COLUMN "at" JSONB;
ALTER TABLE "drawing_editor" ALTER COLUMN "edits" DROP DEFAULT;

-- Going from one place to another is told as well; that somebody is still there is not.
CREATE TRIGGER "tell_editors_moved" AFTER UPDATE OF "at" ON "drawing_editor"
FOR EACH ROW WHEN (OLD."at" IS DISTINCT FROM NEW."at") EXECUTE FUNCTION "tell_editors"();
