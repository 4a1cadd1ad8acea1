-- Account reviews: the deals that somebody goes through, and what was decided on each.
CREATE TABLE "review" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "review_created_at_id_idx" ON "review"("created_at", "id");

CREATE TABLE "review_deal" (
    "review_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "reviewed_at" TIMESTAMPTZ,
    "reviewed_by" TEXT,
    "reviewed_seq" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "review_deal_pkey" PRIMARY KEY ("review_id", "deal_id"),
    CONSTRAINT "review_deal_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "review_deal_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- When a deal was looked at last.
CREATE INDEX "review_deal_deal_id_reviewed_at_idx" ON "review_deal"("deal_id", "reviewed_at");
