-- Who has accepted a request, and since when its clock stands, waiting for the seller's answer to a question.
ALTER TABLE "support_request" ADD COLUMN "accepted_at" TIMESTAMPTZ, ADD COLUMN "asked_back_at" TIMESTAMPTZ;
