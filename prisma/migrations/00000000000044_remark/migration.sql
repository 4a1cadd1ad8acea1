-- What a manager says of an interaction: to its seller, or as an example to all.
CREATE TABLE "remark" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "segment_id" TEXT NOT NULL,
    "stage_id" TEXT,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "remark_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "remark_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "remark_deal_id_seq_idx" ON "remark"("deal_id", "seq");
CREATE INDEX "remark_segment_id_kind_stage_id_at_idx" ON "remark"("segment_id", "kind", "stage_id", "at");
