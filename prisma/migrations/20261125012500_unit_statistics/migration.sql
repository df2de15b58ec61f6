-- What a closed campaign came to, by unit; null: it was closed before that was written down.
ALTER TABLE "campaign_statistics" ADD COLUMN     "units" JSONB;
