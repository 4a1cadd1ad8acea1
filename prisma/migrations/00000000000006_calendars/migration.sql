-- When departments work, how much their members can have at once, and who is away.
ALTER TABLE "department" ADD COLUMN "calendar" JSONB;

ALTER TABLE "department_member" ADD COLUMN "capacity" INTEGER;

CREATE TABLE "absence" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "from" TIMESTAMPTZ NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    "delegate_id" TEXT,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "absence_user_id_until_idx" ON "absence"("user_id", "until");

ALTER TABLE "absence" ADD CONSTRAINT "absence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "absence" ADD CONSTRAINT "absence_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
