CREATE TABLE "segment" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'process',
    "process_owner_id" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "segment_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "process_model" (
    "id" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "draft_revision" INTEGER NOT NULL DEFAULT 1,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "process_model_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "model_version" (
    "id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "model" JSONB NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "model_version_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "department" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "department_member" (
    "department_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "department_member_pkey" PRIMARY KEY ("department_id","user_id")
);
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "external_id" TEXT,
    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "deal" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "model_version_id" TEXT NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "account_id" TEXT,
    "owner_id" TEXT NOT NULL,
    "external_id" TEXT,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "seq" INTEGER NOT NULL,
    "effort" INTEGER NOT NULL DEFAULT 0,
    "open_stages" TEXT[],
    "state" JSONB NOT NULL,
    "wake_at" TIMESTAMPTZ,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "deal_event" (
    "deal_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "event" JSONB NOT NULL,
    "delta" JSONB NOT NULL,
    CONSTRAINT "deal_event_pkey" PRIMARY KEY ("deal_id","seq")
);
CREATE TABLE "task" (
    "deal_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "assignee_id" TEXT NOT NULL,
    "stage_id" TEXT,
    "action_id" TEXT,
    "brings" TEXT[],
    "opened_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,
    "escalated_at" TIMESTAMPTZ,
    "seq" INTEGER NOT NULL,
    CONSTRAINT "task_pkey" PRIMARY KEY ("deal_id","id")
);
CREATE TABLE "support_request" (
    "deal_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "trigger_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "owner_id" TEXT,
    "status" TEXT NOT NULL,
    "blocks" BOOLEAN NOT NULL,
    "verdict" TEXT,
    "note" TEXT,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ,
    "answered_at" TIMESTAMPTZ,
    "answered_by" TEXT,
    "escalated_at" TIMESTAMPTZ,
    "seq" INTEGER NOT NULL,
    CONSTRAINT "support_request_pkey" PRIMARY KEY ("deal_id","id")
);
CREATE TABLE "objection" (
    "deal_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type_id" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "stage_id" TEXT,
    "raised_by" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ,
    "seq" INTEGER NOT NULL,
    CONSTRAINT "objection_pkey" PRIMARY KEY ("deal_id","id")
);
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "read_at" TIMESTAMPTZ,
    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "idempotency_key" (
    "key" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","key")
);
CREATE TABLE "import_row" (
    "source" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "import_row_pkey" PRIMARY KEY ("source","row_key")
);
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "credential" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ,
    "refresh_token_expires_at" TIMESTAMPTZ,
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "segment_name_key" ON "segment"("name");
CREATE UNIQUE INDEX "process_model_segment_id_key" ON "process_model"("segment_id");
CREATE INDEX "model_version_plan_hash_idx" ON "model_version"("plan_hash");
CREATE UNIQUE INDEX "model_version_model_id_number_key" ON "model_version"("model_id", "number");
CREATE INDEX "department_member_user_id_idx" ON "department_member"("user_id");
CREATE UNIQUE INDEX "account_external_id_key" ON "account"("external_id");
CREATE UNIQUE INDEX "deal_external_id_key" ON "deal"("external_id");
CREATE INDEX "deal_owner_id_status_idx" ON "deal"("owner_id", "status");
CREATE INDEX "deal_segment_id_status_idx" ON "deal"("segment_id", "status");
CREATE UNIQUE INDEX "deal_event_deal_id_event_id_key" ON "deal_event"("deal_id", "event_id");
CREATE INDEX "task_assignee_id_status_due_at_idx" ON "task"("assignee_id", "status", "due_at");
CREATE INDEX "support_request_department_id_status_due_at_idx" ON "support_request"("department_id", "status", "due_at");
CREATE INDEX "support_request_owner_id_status_idx" ON "support_request"("owner_id", "status");
CREATE INDEX "objection_type_id_status_idx" ON "objection"("type_id", "status");
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at");
CREATE INDEX "notification_deal_id_seq_idx" ON "notification"("deal_id", "seq");
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");
CREATE INDEX "session_user_id_idx" ON "session"("user_id");
CREATE INDEX "credential_user_id_idx" ON "credential"("user_id");
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");
ALTER TABLE "process_model" ADD CONSTRAINT "process_model_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "process_model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "department_member" ADD CONSTRAINT "department_member_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "department_member" ADD CONSTRAINT "department_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "deal" ADD CONSTRAINT "deal_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "deal" ADD CONSTRAINT "deal_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "deal" ADD CONSTRAINT "deal_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "deal_event" ADD CONSTRAINT "deal_event_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "objection" ADD CONSTRAINT "objection_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
