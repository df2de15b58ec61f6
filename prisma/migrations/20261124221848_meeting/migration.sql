-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "committee" TEXT NOT NULL,
    "committee_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'convened',
    "held_on" DATE NOT NULL,
    "convened_by" TEXT NOT NULL,
    "convened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "announced_at" TIMESTAMPTZ(3),
    "minutes" JSONB,
    "minutes_hash" TEXT,
    "signed_by" TEXT,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendances" (
    "meeting_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("meeting_id","expert_id","arrived_at")
);

-- CreateTable
CREATE TABLE "motions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL DEFAULT 1,
    "ordinal" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "opened_at" TIMESTAMPTZ(3),
    "closing_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "voided_by" TEXT,
    "voided_reason" TEXT,
    "ballot_key" TEXT,
    "receipt_key" TEXT,
    "sealed_keys" TEXT,
    "collecting" BOOLEAN NOT NULL DEFAULT false,
    "committee" SMALLINT,
    "attending" SMALLINT,
    "recused" SMALLINT,
    "agree" SMALLINT,
    "disagree" SMALLINT,
    "abstain" SMALLINT,
    "not_cast" SMALLINT,
    "ballots_root" TEXT,
    "receipts_root" TEXT,

    CONSTRAINT "motions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion_voters" (
    "motion_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "recused" BOOLEAN NOT NULL,

    CONSTRAINT "motion_voters_pkey" PRIMARY KEY ("motion_id","expert_id")
);

-- CreateTable
CREATE TABLE "ballot_tokens" (
    "motion_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "ballot_tokens_pkey" PRIMARY KEY ("motion_id","expert_id")
);

-- CreateTable
CREATE TABLE "ballot_boxes" (
    "motion_id" UUID NOT NULL,
    "box" UUID NOT NULL,
    "emptied" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ballot_boxes_pkey" PRIMARY KEY ("motion_id","box")
);

-- CreateTable
CREATE TABLE "ballots" (
    "motion_id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("motion_id","serial")
);

-- CreateTable
CREATE TABLE "receipts" (
    "motion_id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("motion_id","serial")
);

-- CreateTable
CREATE TABLE "meeting_corrections" (
    "meeting_id" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "reason" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_corrections_pkey" PRIMARY KEY ("meeting_id","ordinal")
);

-- CreateTable
CREATE TABLE "second_factors" (
    "person_id" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "meetings_campaign_id_committee_idx" ON "meetings"("campaign_id", "committee");

-- CreateIndex
CREATE INDEX "motions_application_id_idx" ON "motions"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "motions_meeting_id_application_id_round_key" ON "motions"("meeting_id", "application_id", "round");

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_voters" ADD CONSTRAINT "motion_voters_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_voters" ADD CONSTRAINT "motion_voters_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_tokens" ADD CONSTRAINT "ballot_tokens_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_tokens" ADD CONSTRAINT "ballot_tokens_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_boxes" ADD CONSTRAINT "ballot_boxes_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_corrections" ADD CONSTRAINT "meeting_corrections_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "meetings"
  ADD CONSTRAINT "meetings_state" CHECK ("state" IN ('convened', 'in_session', 'adjourned', 'closed', 'announced', 'signed')),
  ADD CONSTRAINT "meetings_signed" CHECK (
    ("state" = 'signed') = ("signed_at" IS NOT NULL) AND ("signed_at" IS NULL) = ("signed_by" IS NULL) AND
    ("signed_at" IS NULL) = ("minutes" IS NULL) AND ("signed_at" IS NULL) = ("minutes_hash" IS NULL)),
  ADD CONSTRAINT "meetings_minutes_hash" CHECK ("minutes_hash" ~ '^[0-9a-f]{64}$');
-- A committee sits in one place at a time.
CREATE UNIQUE INDEX "meetings_one_of_a_committee" ON "meetings" ("campaign_id", "committee")
  WHERE "state" IN ('convened', 'in_session', 'adjourned');

ALTER TABLE "attendances" ADD CONSTRAINT "attendances_stay" CHECK ("left_at" >= "arrived_at");
CREATE UNIQUE INDEX "attendances_present" ON "attendances" ("meeting_id", "expert_id") WHERE "left_at" IS NULL;

ALTER TABLE "motions"
  ADD CONSTRAINT "motions_state" CHECK ("state" IN ('waiting', 'open', 'closing', 'closed', 'void')),
  ADD CONSTRAINT "motions_round" CHECK ("round" >= 1),
  -- Nobody can make a paper for a motion that has ended.
  ADD CONSTRAINT "motions_keys" CHECK (("state" IN ('open', 'closing')) = ("sealed_keys" IS NOT NULL)),
  ADD CONSTRAINT "motions_opened" CHECK ("state" = 'waiting' OR
    num_nulls("opened_at", "ballot_key", "receipt_key", "committee", "attending", "recused") = 0),
  ADD CONSTRAINT "motions_void" CHECK (("state" = 'void') = ("voided_by" IS NOT NULL)),
  ADD CONSTRAINT "motions_ended" CHECK (("state" IN ('closed', 'void')) = ("ended_at" IS NOT NULL)),
  ADD CONSTRAINT "motions_collecting" CHECK (NOT "collecting" OR "state" <> 'open'),
  -- No count stands anywhere before the motion is closed.
  ADD CONSTRAINT "motions_count" CHECK (
    num_nulls("agree", "disagree", "abstain", "not_cast", "ballots_root", "receipts_root") = CASE "state" WHEN 'closed' THEN 0 ELSE 6 END),
  ADD CONSTRAINT "motions_sum" CHECK ("agree" + "disagree" + "abstain" = "attending" - "recused" AND "not_cast" BETWEEN 0 AND "abstain"),
  ADD CONSTRAINT "motions_roots" CHECK ("ballots_root" ~ '^[0-9a-f]{64}$' AND "receipts_root" ~ '^[0-9a-f]{64}$');
CREATE UNIQUE INDEX "motions_one_under_way" ON "motions" ("meeting_id") WHERE "state" IN ('open', 'closing');
-- One round of an application counts.
CREATE UNIQUE INDEX "motions_one_standing" ON "motions" ("meeting_id", "application_id") WHERE "state" <> 'void';
CREATE INDEX "motions_outcomes" ON "motions" ("meeting_id", "application_id") WHERE "state" = 'closed';

ALTER TABLE "ballot_tokens" ADD CONSTRAINT "ballot_tokens_request" CHECK ("request_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ballots"
  ADD CONSTRAINT "ballots_serial" CHECK ("serial" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "ballots_choice" CHECK ("choice" IN ('agree', 'disagree', 'abstain'));
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_serial" CHECK ("serial" ~ '^[0-9a-f]{64}$');
ALTER TABLE "meeting_corrections" ADD CONSTRAINT "meeting_corrections_hash" CHECK (
  "hash" ~ '^[0-9a-f]{64}$' AND "prev_hash" ~ '^[0-9a-f]{64}$' AND "ordinal" >= 1);

CREATE FUNCTION "keep_signed_meeting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'signed' THEN
    RAISE EXCEPTION 'a signed meeting is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "meetings_kept" BEFORE UPDATE OR DELETE ON "meetings" FOR EACH ROW EXECUTE FUNCTION "keep_signed_meeting"();

-- Attendance and agenda of a signed meeting stay; a motion that has ended stays.
CREATE FUNCTION "keep_below_signed_meeting"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE meeting uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.meeting_id ELSE OLD.meeting_id END;
BEGIN
  IF EXISTS (SELECT FROM meetings WHERE id = meeting AND state = 'signed') THEN
    RAISE EXCEPTION 'nothing of a signed meeting is changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "attendances_kept" BEFORE INSERT OR UPDATE OR DELETE ON "attendances" FOR EACH ROW EXECUTE FUNCTION "keep_below_signed_meeting"();
CREATE TRIGGER "motions_kept" BEFORE INSERT OR UPDATE OR DELETE ON "motions" FOR EACH ROW EXECUTE FUNCTION "keep_below_signed_meeting"();
CREATE FUNCTION "keep_ended_motion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('closed', 'void') THEN
    RAISE EXCEPTION 'a motion that has ended is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "motions_ended_kept" BEFORE UPDATE OR DELETE ON "motions" FOR EACH ROW EXECUTE FUNCTION "keep_ended_motion"();

-- Papers lie in the box while it is being emptied and never change; those of a void motion may be destroyed.
CREATE FUNCTION "keep_papers"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM motions WHERE id = NEW.motion_id AND state = 'closing') THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM motions WHERE id = OLD.motion_id AND state = 'void') THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'papers are added while a motion closes, and never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ballots_kept" BEFORE INSERT OR UPDATE OR DELETE ON "ballots" FOR EACH ROW EXECUTE FUNCTION "keep_papers"();
CREATE TRIGGER "receipts_kept" BEFORE INSERT OR UPDATE OR DELETE ON "receipts" FOR EACH ROW EXECUTE FUNCTION "keep_papers"();

CREATE FUNCTION "keep_token"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM motions WHERE id = NEW.motion_id AND state = 'open') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'papers are given out while a motion is open, once' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ballot_tokens_kept" BEFORE INSERT OR UPDATE OR DELETE ON "ballot_tokens" FOR EACH ROW EXECUTE FUNCTION "keep_token"();

CREATE FUNCTION "keep_correction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM meetings WHERE id = NEW.meeting_id AND state = 'signed') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a correction stands beside signed minutes and stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "meeting_corrections_kept" BEFORE INSERT OR UPDATE OR DELETE ON "meeting_corrections" FOR EACH ROW EXECUTE FUNCTION "keep_correction"();
