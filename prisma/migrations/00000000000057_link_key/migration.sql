-- What links in mails are signed with, so that they hold for who is not signed in. Made once, and the same for all processes.
CREATE TABLE "link_key" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "key" TEXT NOT NULL,
    CONSTRAINT "link_key_pkey" PRIMARY KEY ("id")
);
INSERT INTO "link_key" ("key") VALUES (replace(gen_random_uuid()::TEXT || gen_random_uuid()::TEXT, '-', ''));
