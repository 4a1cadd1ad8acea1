-- How each person is told, and what is to be mailed: queued in the transaction that makes the notice, sent by a worker.
CREATE TABLE "notice_setting" (
    "user_id" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "choices" JSONB NOT NULL DEFAULT '{}',
    "digest_hours" INTEGER[] DEFAULT ARRAY[8]::INTEGER[],
    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("user_id"),
    CONSTRAINT "notice_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "mail_setup" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "from" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "mail_setup_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "is_digest" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "next_at" TIMESTAMPTZ,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ,
    "given_up_at" TIMESTAMPTZ,
    "reason" TEXT,
    CONSTRAINT "mail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mail_next_at_idx" ON "mail"("next_at");
CREATE INDEX "mail_user_id_created_at_idx" ON "mail"("user_id", "created_at");
CREATE INDEX "mail_given_up_at_idx" ON "mail"("given_up_at");

CREATE TABLE "mail_item" (
    "notice_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ,
    "is_digest" BOOLEAN NOT NULL DEFAULT false,
    "mail_id" TEXT,
    CONSTRAINT "mail_item_pkey" PRIMARY KEY ("notice_id"),
    CONSTRAINT "mail_item_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "mail_item_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mail_item_mail_id_due_at_idx" ON "mail_item"("mail_id", "due_at");

CREATE FUNCTION "queue_mail"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "mail_item" ("notice_id", "user_id")
  SELECT "added"."id", "added"."user_id" FROM "added" WHERE EXISTS (SELECT FROM "mail_setup");
  RETURN NULL;
END $$;

CREATE TRIGGER "queue_mail" AFTER INSERT ON "notification"
REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "queue_mail"();
