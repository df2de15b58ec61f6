-- A seat that no alternate of its specialty is left for is filled by a draw of its own.

-- AlterTable
ALTER TABLE "draws" ADD COLUMN     "specialty" TEXT;

-- What Prisma's schema cannot say.

DROP INDEX "draws_one_of_a_committee";
CREATE UNIQUE INDEX "draws_one_of_a_committee" ON "draws" ("campaign_id", "committee") WHERE "state" <> 'void' AND "specialty" IS NULL;
-- One supplementary draw of a specialty at a time; once drawn, a seat that falls empty later gets another.
CREATE UNIQUE INDEX "draws_one_supplement_at_a_time" ON "draws" ("campaign_id", "committee", "specialty")
  WHERE "state" IN ('committed', 'frozen') AND "specialty" IS NOT NULL;
CREATE OR REPLACE FUNCTION "keep_draw"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.id <> OLD.id OR NEW.campaign_id <> OLD.campaign_id OR NEW.committee <> OLD.committee
    OR NEW.specialty IS DISTINCT FROM OLD.specialty
    OR NEW.seed_hash <> OLD.seed_hash OR NEW.committed_at <> OLD.committed_at
    OR (OLD.pool IS NOT NULL AND NEW.pool IS DISTINCT FROM OLD.pool)
    OR (OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS DISTINCT FROM OLD.frozen_at)
    OR (OLD.result IS NOT NULL AND (NEW.result IS DISTINCT FROM OLD.result OR NEW.seed IS DISTINCT FROM OLD.seed)) THEN
    RAISE EXCEPTION 'a draw is not changed afterwards' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
