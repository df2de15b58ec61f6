-- A version of the policy is judged by with the calendar it was in force with: an amendment may bring another one.
ALTER TABLE "policy_versions" ADD COLUMN     "calendar" JSONB;
UPDATE "policy_versions" SET "calendar" = "campaigns"."calendar" FROM "campaigns" WHERE "campaigns"."id" = "campaign_id";
ALTER TABLE "policy_versions" ALTER COLUMN "calendar" SET NOT NULL;

-- Null: the calendar in force stays.
ALTER TABLE "policy_amendments" ADD COLUMN     "calendar" JSONB;
