-- Files that people bring to a deal. Their bytes stand in rows of their own, so that one is read and written piece by piece.
CREATE TABLE "file" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ NOT NULL,
    "attached" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "file_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "file_deal_id_idx" ON "file"("deal_id");
CREATE INDEX "file_attached_uploaded_at_idx" ON "file"("attached", "uploaded_at");
CREATE TABLE "file_part" (
    "file_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    CONSTRAINT "file_part_pkey" PRIMARY KEY ("file_id","number"),
    CONSTRAINT "file_part_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
