-- What somebody owes is asked for by who answers for an objection.
CREATE INDEX "objection_owner_id_status_idx" ON "objection"("owner_id", "status");
