-- CreateTable
CREATE TABLE "campaign_pauses" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_role" TEXT NOT NULL,
    "requested_scope" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "decided_by" TEXT,
    "decided_role" TEXT,
    "decided_scope" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "moved" INTEGER,
    "refused" INTEGER,
    "applied_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "ended_by" TEXT,
    "ended_role" TEXT,
    "ended_scope" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "end_moved" INTEGER,
    "end_refused" INTEGER,
    "end_applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_pauses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "campaign_pauses_campaign_id_requested_at_idx" ON "campaign_pauses"("campaign_id", "requested_at");

-- AddForeignKey
ALTER TABLE "campaign_pauses" ADD CONSTRAINT "campaign_pauses_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- by hand

-- A pause of a campaign's deadlines is approved by a second person (另一人批准), and ended with a reason.
ALTER TABLE "campaign_pauses"
  ADD CONSTRAINT "campaign_pauses_state" CHECK ("state" IN ('requested', 'refused', 'approved', 'ended')),
  ADD CONSTRAINT "campaign_pauses_decided" CHECK (("state" = 'requested') = ("decided_at" IS NULL)),
  ADD CONSTRAINT "campaign_pauses_decider" CHECK (num_nonnulls("decided_by", "decided_role", "decided_at") IN (0, 3)),
  ADD CONSTRAINT "campaign_pauses_second_person" CHECK ("state" IN ('requested', 'refused') OR "decided_by" <> "requested_by"),
  ADD CONSTRAINT "campaign_pauses_ended" CHECK (("state" = 'ended') = ("ended_at" IS NOT NULL)),
  ADD CONSTRAINT "campaign_pauses_ender" CHECK (num_nonnulls("ended_by", "ended_role", "ended_at", "end_reason") IN (0, 4)),
  ADD CONSTRAINT "campaign_pauses_applied" CHECK ("applied_at" IS NULL OR "state" IN ('approved', 'ended')),
  ADD CONSTRAINT "campaign_pauses_end_applied" CHECK ("end_applied_at" IS NULL OR "state" = 'ended');

-- One pause of a campaign at a time, until the deadlines of every application it paused run again.
CREATE UNIQUE INDEX "campaign_pauses_open" ON "campaign_pauses" ("campaign_id")
  WHERE "state" <> 'refused' AND "end_applied_at" IS NULL;

-- What was requested stays as it was written, a decision as it was taken; only the next step is added, and none is removed.
CREATE FUNCTION "keep_campaign_pause"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  applying text[] := ARRAY['moved', 'refused', 'applied_at', 'end_moved', 'end_refused', 'end_applied_at'];
  ending text[] := applying || ARRAY['state', 'end_reason', 'ended_by', 'ended_role', 'ended_scope', 'ended_at'];
  steps text[] := ending || ARRAY['decided_by', 'decided_role', 'decided_scope', 'decided_at'];
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.state = 'refused' OR to_jsonb(NEW) - steps <> to_jsonb(OLD) - steps
    OR (OLD.state <> 'requested' AND to_jsonb(NEW) - ending <> to_jsonb(OLD) - ending)
    OR (OLD.state = 'ended' AND to_jsonb(NEW) - applying <> to_jsonb(OLD) - applying) THEN
    RAISE EXCEPTION 'a pause is not changed afterwards' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "campaign_pauses_kept" BEFORE UPDATE OR DELETE ON "campaign_pauses" FOR EACH ROW
  EXECUTE FUNCTION "keep_campaign_pause"();
CREATE TRIGGER "campaign_pauses_no_truncate" BEFORE TRUNCATE ON "campaign_pauses" FOR EACH STATEMENT
  EXECUTE FUNCTION "keep_campaign_pause"();
