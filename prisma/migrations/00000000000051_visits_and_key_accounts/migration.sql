-- When a manager is asked along to a customer; of requests that were made before, from their deals.
ALTER TABLE "support_request" ADD COLUMN "visit_at" TIMESTAMPTZ;
UPDATE "support_request" SET "visit_at" = ("deal"."state"->'supportRequests'->"support_request"."id"->'visit'->>'at')::TIMESTAMPTZ
FROM "deal" WHERE "deal"."id" = "support_request"."deal_id" AND "support_request"."department_id" = '';
CREATE INDEX "support_request_visit_at_idx" ON "support_request"("visit_at");

-- Accounts that managers look after themselves.
CREATE TABLE "key_account" (
    "account_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "marked_by" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "key_account_pkey" PRIMARY KEY ("account_id"),
    CONSTRAINT "key_account_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
