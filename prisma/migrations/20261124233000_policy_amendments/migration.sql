-- CreateTable
CREATE TABLE "policy_amendments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "moved" INTEGER,
    "refused" INTEGER,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "policy_amendments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "policy_amendments_campaign_id_proposed_at_idx" ON "policy_amendments"("campaign_id", "proposed_at");

-- AddForeignKey
ALTER TABLE "policy_amendments" ADD CONSTRAINT "policy_amendments_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "policy_amendments"
  ADD CONSTRAINT "policy_amendments_state" CHECK ("state" IN ('proposed', 'approved', 'withdrawn')),
  ADD CONSTRAINT "policy_amendments_decided" CHECK (("state" = 'proposed') = ("decided_at" IS NULL)),
  -- 另一人批准.
  ADD CONSTRAINT "policy_amendments_second_person" CHECK ("state" <> 'approved' OR "decided_by" <> "proposed_by");
-- One waits at a time.
CREATE UNIQUE INDEX "policy_amendments_waiting" ON "policy_amendments" ("campaign_id") WHERE "state" = 'proposed';
