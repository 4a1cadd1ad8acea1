-- A notice can be about a segment: that the base which its model rests on has a new version.
ALTER TABLE "notification" ALTER COLUMN "deal_id" DROP NOT NULL;
ALTER TABLE "notification" ALTER COLUMN "seq" DROP NOT NULL;
ALTER TABLE "notification" ADD COLUMN "segment_id" TEXT;
ALTER TABLE "notification" ADD CONSTRAINT "notification_about_check" CHECK (num_nonnulls("deal_id", "segment_id") = 1);
