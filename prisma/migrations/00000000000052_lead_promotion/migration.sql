-- Many leads that become deals, in the background; and what became of each.
CREATE TABLE "lead_promotion" (
    "id" TEXT NOT NULL,
    "from_segment_id" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "model_version_id" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "lead_promotion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lead_promotion_from_segment_id_fkey" FOREIGN KEY ("from_segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "lead_promotion_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "lead_promotion_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "lead_promotion_row" (
    "promotion_id" TEXT NOT NULL,
    "lead_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "deal_id" TEXT,
    "code" TEXT,
    "details" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "lead_promotion_row_pkey" PRIMARY KEY ("promotion_id","lead_id"),
    CONSTRAINT "lead_promotion_row_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "lead_promotion"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "lead_promotion_row_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "lead_promotion_row_promotion_id_status_idx" ON "lead_promotion_row"("promotion_id", "status");
CREATE INDEX "lead_promotion_row_lead_id_idx" ON "lead_promotion_row"("lead_id");
