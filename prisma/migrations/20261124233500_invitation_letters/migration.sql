-- CreateTable
CREATE TABLE "invitation_letters" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "committee" TEXT NOT NULL,
    "expert_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "invitation_letters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_letters_campaign_id_committee_expert_id_kind_key" ON "invitation_letters"("campaign_id", "committee", "expert_id", "kind");

-- AddForeignKey
ALTER TABLE "invitation_letters" ADD CONSTRAINT "invitation_letters_campaign_id_committee_expert_id_fkey" FOREIGN KEY ("campaign_id", "committee", "expert_id") REFERENCES "committee_members"("campaign_id", "committee", "expert_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "invitation_letters"
  ADD CONSTRAINT "invitation_letters_kind" CHECK ("kind" IN ('drawn', 'promoted', 'chair')),
  ADD CONSTRAINT "invitation_letters_state" CHECK ("state" IN ('pending', 'sent', 'parked', 'skipped')),
  ADD CONSTRAINT "invitation_letters_sent" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL));
CREATE INDEX "invitation_letters_pending" ON "invitation_letters" ("next_attempt_at" NULLS FIRST, "id") WHERE "state" = 'pending';
