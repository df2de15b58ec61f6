-- CreateTable
CREATE TABLE "campaign_letters" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "campaign_letters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaign_letters_campaign_id_seq_role_scope_key" ON "campaign_letters"("campaign_id", "seq", "role", "scope");

-- AddForeignKey
ALTER TABLE "campaign_letters" ADD CONSTRAINT "campaign_letters_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "campaign_letters" ADD CONSTRAINT "campaign_letters_state" CHECK ("state" IN ('pending', 'sent', 'parked', 'skipped'));
CREATE INDEX "campaign_letters_pending" ON "campaign_letters" ("next_attempt_at" NULLS FIRST, "id") WHERE "state" = 'pending';
