-- A move of running deals to another version, with what became of each.
CREATE TABLE "model_move" (
    "id" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "moved_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ,
    CONSTRAINT "model_move_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "model_move_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "model_move_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "model_move_segment_id_created_at_idx" ON "model_move"("segment_id", "created_at");
CREATE TABLE "moved_deal" (
    "move_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "from_version_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "seq" INTEGER,
    CONSTRAINT "moved_deal_pkey" PRIMARY KEY ("move_id","deal_id"),
    CONSTRAINT "moved_deal_move_id_fkey" FOREIGN KEY ("move_id") REFERENCES "model_move"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "moved_deal_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "moved_deal_from_version_id_fkey" FOREIGN KEY ("from_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "moved_deal_move_id_status_idx" ON "moved_deal"("move_id", "status");
