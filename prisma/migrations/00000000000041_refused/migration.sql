-- Why a deal of many did not take what was asked: the refusal's code and what it names, for screens to word in any language.
ALTER TABLE "moved_deal" ADD COLUMN "code" TEXT;
ALTER TABLE "moved_deal" ADD COLUMN "details" JSONB;
ALTER TABLE "deal_batch_row" ADD COLUMN "details" JSONB;
