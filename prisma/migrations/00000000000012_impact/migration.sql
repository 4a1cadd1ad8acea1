-- What moving deals to a plan would do to them, kept so that it is worked out once for a deal as it stands, and so that a move
-- can be held to what its asker was shown.
CREATE TABLE "deal_impact" (
    "deal_id" TEXT NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "foreseen_at" TIMESTAMPTZ NOT NULL,
    "seq" INTEGER NOT NULL,
    "from_plan_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "impact" JSONB NOT NULL,
    "holds_until" TIMESTAMPTZ,
    CONSTRAINT "deal_impact_pkey" PRIMARY KEY ("deal_id","plan_hash","foreseen_at"),
    CONSTRAINT "deal_impact_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "deal_impact_plan_hash_idx" ON "deal_impact"("plan_hash");
CREATE INDEX "deal_impact_foreseen_at_idx" ON "deal_impact"("foreseen_at");
ALTER TABLE "moved_deal" ADD COLUMN "foreseen" JSONB;
