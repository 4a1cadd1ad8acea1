-- What lists over many deals are counted and sorted by, each from an index alone. Those with a condition Prisma's schema cannot say.

-- Deals are counted by these, once they have begun.
CREATE INDEX "deal_begun" ON "deal"("status", "segment_id", "owner_id") WHERE "seq" > 0;
CREATE INDEX "deal_open_stages_idx" ON "deal" USING GIN ("open_stages");
-- Those that were lost last at a stage are looked for from the newest on.
CREATE INDEX "deal_segment_id_closed_at_idx" ON "deal"("segment_id", "closed_at");

-- Queues in the order in which they are shown, for all departments and for one.
CREATE INDEX "support_request_open" ON "support_request"("due_at", "opened_at") WHERE "status" = 'open';
CREATE INDEX "support_request_done" ON "support_request"("answered_at" DESC NULLS LAST, "opened_at" DESC) WHERE "status" <> 'open';
CREATE INDEX "support_request_done_by" ON "support_request"("department_id", "answered_at" DESC NULLS LAST, "opened_at" DESC)
  WHERE "status" <> 'open';
-- What departments are asked for, and what they answer.
CREATE INDEX "support_request_load" ON "support_request"("department_id", "owner_id", "trigger_id", "due_at") WHERE "status" = 'open';
CREATE INDEX "support_request_answered" ON "support_request"("answered_at", "department_id") WHERE "status" IN ('answered', 'declined');
DROP INDEX "support_request_department_id_answered_at_idx";

-- Objections, due first.
CREATE INDEX "objection_standing" ON "objection"("due_at", "raised_at", "deal_id", "id") WHERE "status" <> 'closed';

-- Where deals stand, in three orders: by stage and seller to be counted, by stage and overall from the longest on.
DROP INDEX "stay_standing_idx";
CREATE INDEX "stay_counted" ON "stay"("segment_id", "stage_id", "owner_id", "since", "objections", "requests") WHERE "passed_at" IS NULL;
CREATE INDEX "stay_longest_there" ON "stay"("segment_id", "stage_id", "since", "deal_id") WHERE "passed_at" IS NULL;
CREATE INDEX "stay_longest" ON "stay"("segment_id", "since", "deal_id", "stage_id") WHERE "passed_at" IS NULL;

-- The tags of leads, which the settings of a funnel count.
CREATE INDEX "lead_tagged" ON "lead"("segment_id", "owner_id", "tags") WHERE "tags" <> '{}';
