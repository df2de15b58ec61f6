-- CreateTable
CREATE TABLE "committee_deputies" (
    "campaign_id" TEXT NOT NULL,
    "committee" TEXT NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "expert_id" UUID NOT NULL,
    "named_by" TEXT NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "committee_deputies_pkey" PRIMARY KEY ("campaign_id","committee","ordinal")
);

-- AlterTable
ALTER TABLE "motions" ADD COLUMN     "ended_as" TEXT,
ADD COLUMN     "ended_by" UUID,
ADD COLUMN     "named_at" TIMESTAMPTZ(3),
ADD COLUMN     "named_by" TEXT,
ADD COLUMN     "named_expert" UUID,
ADD COLUMN     "named_reason" TEXT,
ADD COLUMN     "opened_as" TEXT,
ADD COLUMN     "opened_by" UUID;

-- AddForeignKey
ALTER TABLE "committee_deputies" ADD CONSTRAINT "committee_deputies_campaign_id_committee_expert_id_fkey" FOREIGN KEY ("campaign_id", "committee", "expert_id") REFERENCES "committee_members"("campaign_id", "committee", "expert_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_named_expert_fkey" FOREIGN KEY ("named_expert") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_opened_by_fkey" FOREIGN KEY ("opened_by") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- The first deputy is named, every other one with a reason; who was deputy before stays on record.
ALTER TABLE "committee_deputies" ADD CONSTRAINT "committee_deputies_ordinal" CHECK ("ordinal" >= 1 AND ("ordinal" = 1 OR "reason" IS NOT NULL));
CREATE FUNCTION "keep_deputy"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'who was named deputy stays on record' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "committee_deputies_kept" BEFORE UPDATE OR DELETE ON "committee_deputies" FOR EACH ROW EXECUTE FUNCTION "keep_deputy"();

ALTER TABLE "motions"
  ADD CONSTRAINT "motions_led_as" CHECK ("opened_as" IN ('chair', 'deputy', 'named') AND "ended_as" IN ('chair', 'deputy', 'named')),
  ADD CONSTRAINT "motions_opened_led" CHECK (("opened_by" IS NULL) = ("opened_as" IS NULL)),
  ADD CONSTRAINT "motions_ended_led" CHECK (("ended_by" IS NULL) = ("ended_as" IS NULL)),
  ADD CONSTRAINT "motions_named" CHECK (num_nulls("named_expert", "named_by", "named_at", "named_reason") IN (0, 4));
