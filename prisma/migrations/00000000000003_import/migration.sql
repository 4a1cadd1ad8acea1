-- An import is one content of files for one segment; each row of its pipeline is kept with what became of it.
DROP TABLE "import_row";
CREATE TABLE "import_batch" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "model_version_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "import_batch_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "import_batch_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE "import_row" (
    "import_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "row_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "deal" JSONB,
    "deal_id" TEXT,
    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","line"),
    CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "import_row_import_id_status_idx" ON "import_row"("import_id", "status");
CREATE INDEX "import_row_row_id_idx" ON "import_row"("row_id");
