-- How much a department answers a week is counted from what it answered of late.
CREATE INDEX "support_request_department_id_answered_at_idx" ON "support_request"("department_id", "answered_at");
