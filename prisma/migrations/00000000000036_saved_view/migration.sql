-- How somebody likes to see a list: its filters and order under a name. `place` is what the list's address says.
CREATE TABLE "saved_view" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" JSONB NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "saved_view_user_id_list_name_key" ON "saved_view"("user_id", "list", "name");

-- The list of deals, in each order that it has.
CREATE INDEX "deal_opened_at_id_idx" ON "deal"("opened_at", "id");
CREATE INDEX "deal_name_id_idx" ON "deal"("name", "id");
CREATE INDEX "deal_effort_id_idx" ON "deal"("effort", "id");
