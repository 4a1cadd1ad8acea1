-- Addresses that are told of notices by signed webhooks, and what was sent to each: queued in the notice's transaction.
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "topics" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "secret" TEXT NOT NULL,
    "old_secret" TEXT,
    "old_secret_until" TIMESTAMPTZ,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "failing_since" TIMESTAMPTZ,
    "disabled_at" TIMESTAMPTZ,
    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "notice_id" TEXT,
    "kind" TEXT NOT NULL,
    "payload" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL,
    "next_at" TIMESTAMPTZ,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "delivered_at" TIMESTAMPTZ,
    "given_up_at" TIMESTAMPTZ,
    "status" INTEGER,
    "reason" TEXT,
    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "webhook_delivery_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "webhook_delivery_next_at_idx" ON "webhook_delivery"("next_at");
CREATE INDEX "webhook_delivery_webhook_id_created_at_idx" ON "webhook_delivery"("webhook_id", "created_at");
CREATE INDEX "webhook_delivery_notice_id_idx" ON "webhook_delivery"("notice_id");

-- A notice may also be about the product itself: that it has disabled a webhook.
ALTER TABLE "notification" DROP CONSTRAINT "notification_about_check";
ALTER TABLE "notification" ADD CONSTRAINT "notification_about_check"
CHECK (num_nonnulls("deal_id", "segment_id") = 1 OR "kind" = 'webhook-disabled' AND num_nonnulls("deal_id", "segment_id") = 0);

-- Several people may be told of one thing; an address is told once.
CREATE FUNCTION "queue_webhooks"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "webhook_delivery" ("id", "webhook_id", "notice_id", "kind", "created_at")
  SELECT 'msg_' || gen_random_uuid(), "webhook"."id", min("added"."id"), "added"."kind", min("added"."created_at")
  FROM "added" CROSS JOIN "webhook"
  WHERE "webhook"."active"
  GROUP BY "webhook"."id", "added"."deal_id", "added"."seq", "added"."segment_id", "added"."kind", "added"."subject";
  RETURN NULL;
END $$;

CREATE TRIGGER "queue_webhooks" AFTER INSERT ON "notification"
REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "queue_webhooks"();
