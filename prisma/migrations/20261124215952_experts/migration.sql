-- CreateTable
CREATE TABLE "experts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" TEXT NOT NULL,
    "specialties" TEXT[],
    "rank" TEXT NOT NULL,
    "unit_id" TEXT,
    "employer_name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "experts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert_conflicts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "expert_id" UUID NOT NULL,
    "application_id" UUID,
    "applicant_id" TEXT,
    "unit_id" TEXT,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_by" TEXT,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expert_conflicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusals" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "expert_id" UUID,
    "application_id" UUID,
    "requested_by_role" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "named" TEXT,
    "reason" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "decided_by" TEXT,
    "decided_reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "recusals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draws" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "committee" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seed_hash" TEXT NOT NULL,
    "sealed_seed" TEXT,
    "seed" TEXT,
    "pool" JSONB,
    "result" JSONB,
    "committed_by" TEXT NOT NULL,
    "committed_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),
    "drawn_at" TIMESTAMPTZ(3),
    "voided_reason" TEXT,

    CONSTRAINT "draws_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee_members" (
    "campaign_id" TEXT NOT NULL,
    "committee" TEXT NOT NULL,
    "expert_id" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "specialty" TEXT NOT NULL,
    "is_chair" BOOLEAN NOT NULL DEFAULT false,
    "draw_id" UUID NOT NULL,
    "invitation" TEXT NOT NULL DEFAULT 'invited',
    "reason" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "committee_members_pkey" PRIMARY KEY ("campaign_id","committee","expert_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "experts_person_id_key" ON "experts"("person_id");

-- CreateIndex
CREATE INDEX "experts_unit_id_idx" ON "experts"("unit_id");

-- CreateIndex
CREATE INDEX "expert_conflicts_application_id_idx" ON "expert_conflicts"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "expert_conflicts_expert_id_kind_application_id_applicant_id_key" ON "expert_conflicts"("expert_id", "kind", "application_id", "applicant_id", "unit_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "recusals_application_id_idx" ON "recusals"("application_id");

-- CreateIndex
CREATE INDEX "recusals_expert_id_idx" ON "recusals"("expert_id");

-- CreateIndex
CREATE INDEX "recusals_campaign_id_asked_at_idx" ON "recusals"("campaign_id", "requested_at");

-- CreateIndex
CREATE INDEX "draws_campaign_id_committee_idx" ON "draws"("campaign_id", "committee");

-- CreateIndex
CREATE INDEX "committee_members_expert_id_idx" ON "committee_members"("expert_id");

-- CreateIndex
CREATE UNIQUE INDEX "committee_members_campaign_id_committee_position_ordinal_key" ON "committee_members"("campaign_id", "committee", "position", "ordinal");

-- AddForeignKey
ALTER TABLE "experts" ADD CONSTRAINT "experts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experts" ADD CONSTRAINT "experts_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflicts" ADD CONSTRAINT "expert_conflicts_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflicts" ADD CONSTRAINT "expert_conflicts_applicant_id_fkey" FOREIGN KEY ("applicant_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflicts" ADD CONSTRAINT "expert_conflicts_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflicts" ADD CONSTRAINT "expert_conflicts_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draws" ADD CONSTRAINT "draws_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draws"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "experts"
  ADD CONSTRAINT "experts_specialties" CHECK (cardinality("specialties") BETWEEN 1 AND 20 AND array_position("specialties", NULL) IS NULL),
  ADD CONSTRAINT "experts_rank" CHECK ("rank" IN ('senior', 'deputy_senior', 'mid')),
  ADD CONSTRAINT "experts_term" CHECK ("valid_from" < "valid_until");
CREATE INDEX "experts_by_specialty" ON "experts" USING GIN ("specialties");

ALTER TABLE "expert_conflicts"
  ADD CONSTRAINT "expert_conflicts_subject" CHECK (num_nonnulls("application_id", "applicant_id", "unit_id") = 1),
  ADD CONSTRAINT "expert_conflicts_kind" CHECK ("kind" IN ('own_application', 'same_unit', 'kinship', 'co_worker', 'other')),
  ADD CONSTRAINT "expert_conflicts_source" CHECK (
    ("source" = 'found' AND "declared_by" IS NULL) OR ("source" = 'declared' AND "declared_by" IS NOT NULL));
CREATE INDEX "expert_conflicts_applicant" ON "expert_conflicts" ("applicant_id") WHERE "applicant_id" IS NOT NULL;
CREATE INDEX "expert_conflicts_unit" ON "expert_conflicts" ("unit_id") WHERE "unit_id" IS NOT NULL;

-- An expert recuses themselves and the office decides at once; an applicant asks and waits for the office.
ALTER TABLE "recusals"
  ADD CONSTRAINT "recusals_asked_by_role" CHECK ("requested_by_role" IN ('expert', 'office', 'applicant')),
  ADD CONSTRAINT "recusals_outcome" CHECK (
    ("outcome" IS NULL AND "decided_by" IS NULL AND "decided_reason" IS NULL AND "decided_at" IS NULL) OR
    ("outcome" IN ('granted', 'refused') AND "decided_by" IS NOT NULL AND "decided_at" IS NOT NULL)),
  ADD CONSTRAINT "recusals_at_once" CHECK ("requested_by_role" = 'applicant' OR COALESCE("outcome", '') = 'granted'),
  ADD CONSTRAINT "recusals_reasoned" CHECK ("requested_by_role" <> 'applicant' OR "outcome" IS NULL OR "decided_reason" IS NOT NULL),
  ADD CONSTRAINT "recusals_named" CHECK (("requested_by_role" = 'applicant') = ("named" IS NOT NULL)),
  -- Somebody has to leave the room when it is granted.
  ADD CONSTRAINT "recusals_expert" CHECK ("expert_id" IS NOT NULL OR ("requested_by_role" = 'applicant' AND COALESCE("outcome", 'refused') = 'refused')),
  ADD CONSTRAINT "recusals_application" CHECK ("requested_by_role" <> 'applicant' OR "application_id" IS NOT NULL);
CREATE UNIQUE INDEX "recusals_one_open" ON "recusals" ("campaign_id", "expert_id", "application_id") NULLS NOT DISTINCT
  WHERE "outcome" IS NULL AND "expert_id" IS NOT NULL;
CREATE UNIQUE INDEX "recusals_one_request" ON "recusals" ("application_id", "named") WHERE "outcome" IS NULL AND "requested_by_role" = 'applicant';
CREATE UNIQUE INDEX "recusals_once_of_a_kind" ON "recusals" ("campaign_id", "expert_id", "application_id", "requested_by_role") NULLS NOT DISTINCT
  WHERE "outcome" = 'granted';

-- What is notified later is what was committed to earlier.
ALTER TABLE "draws"
  ADD CONSTRAINT "draws_seed_hash" CHECK ("seed_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "draws_seed" CHECK ("seed" ~ '^[0-9a-f]{64}$' AND encode(sha256(decode("seed", 'hex')), 'hex') = "seed_hash"),
  ADD CONSTRAINT "draws_state" CHECK (
    ("state" = 'committed' AND "sealed_seed" IS NOT NULL AND "seed" IS NULL AND "pool" IS NULL AND "result" IS NULL) OR
    ("state" = 'frozen' AND "sealed_seed" IS NOT NULL AND "seed" IS NULL AND "pool" IS NOT NULL AND "result" IS NULL) OR
    ("state" = 'drawn' AND "sealed_seed" IS NULL AND "seed" IS NOT NULL AND "pool" IS NOT NULL AND "result" IS NOT NULL) OR
    ("state" = 'void' AND "voided_reason" IS NOT NULL)),
  ADD CONSTRAINT "draws_instants" CHECK (
    (("pool" IS NULL) = ("frozen_at" IS NULL)) AND (("result" IS NULL) = ("drawn_at" IS NULL)) AND
    "committed_at" <= COALESCE("frozen_at", "committed_at") AND "frozen_at" <= COALESCE("drawn_at", "frozen_at"));
CREATE UNIQUE INDEX "draws_one_of_a_committee" ON "draws" ("campaign_id", "committee") WHERE "state" <> 'void';
CREATE FUNCTION "keep_draw"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.id <> OLD.id OR NEW.campaign_id <> OLD.campaign_id OR NEW.committee <> OLD.committee
    OR NEW.seed_hash <> OLD.seed_hash OR NEW.committed_at <> OLD.committed_at
    OR (OLD.pool IS NOT NULL AND NEW.pool IS DISTINCT FROM OLD.pool)
    OR (OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS DISTINCT FROM OLD.frozen_at)
    OR (OLD.result IS NOT NULL AND (NEW.result IS DISTINCT FROM OLD.result OR NEW.seed IS DISTINCT FROM OLD.seed)) THEN
    RAISE EXCEPTION 'a draw is not changed afterwards' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "draws_kept" BEFORE UPDATE OR DELETE ON "draws" FOR EACH ROW EXECUTE FUNCTION "keep_draw"();

ALTER TABLE "committee_members"
  ADD CONSTRAINT "committee_members_position" CHECK ("position" IN ('member', 'alternate')),
  ADD CONSTRAINT "committee_members_ordinal" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "committee_members_invitation" CHECK ("invitation" IN ('invited', 'accepted', 'declined', 'replaced')),
  ADD CONSTRAINT "committee_members_answered" CHECK (("invitation" = 'invited') = ("answered_at" IS NULL)),
  ADD CONSTRAINT "committee_members_reason" CHECK ("invitation" NOT IN ('declined', 'replaced') OR "reason" IS NOT NULL),
  ADD CONSTRAINT "committee_members_chair" CHECK (NOT "is_chair" OR ("position" = 'member' AND "invitation" IN ('invited', 'accepted')));
-- A committee is led by one.
CREATE UNIQUE INDEX "committee_members_one_chair" ON "committee_members" ("campaign_id", "committee") WHERE "is_chair";
