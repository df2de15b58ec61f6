-- CreateTable
CREATE TABLE "read_marks" (
    "person_id" TEXT NOT NULL,
    "up_to" BIGINT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_marks_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "phrases" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "clause" TEXT,
    "used" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "phrases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmatched_payments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transaction_id" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "campaign_id" TEXT,
    "amount" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "resolution" TEXT,
    "reason" TEXT,
    "resolved_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "unmatched_payments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "phrases_campaign_id_text_key" ON "phrases"("campaign_id", "text");

-- CreateIndex
CREATE UNIQUE INDEX "unmatched_payments_transaction_id_application_id_amount_key" ON "unmatched_payments"("transaction_id", "application_id", "amount");

-- CreateIndex
CREATE INDEX "outbox_role_scope_id_idx" ON "outbox"("role", "scope", "id");

-- AddForeignKey
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmatched_payments" ADD CONSTRAINT "unmatched_payments_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- A person is looked up by how their name begins, whatever the database's collation.
CREATE INDEX "users_name_prefix" ON "users" ("name" text_pattern_ops);
-- Counts by status read nothing but this index.
CREATE INDEX "applications_counts" ON "applications" ("campaign_id", "status", "due");
-- Fees that came in, newest first.
CREATE INDEX "applications_paid" ON "applications" ("campaign_id", (("facts"->>'paidAt')::bigint) DESC, "id" DESC)
  WHERE "facts"->>'paidAt' IS NOT NULL;
CREATE INDEX "phrases_most_used" ON "phrases" ("campaign_id", "used" DESC, "id");
CREATE INDEX "unmatched_payments_open" ON "unmatched_payments" ("received_at", "id") WHERE "resolved_at" IS NULL;

ALTER TABLE "phrases" ADD CONSTRAINT "phrases_used" CHECK ("used" >= 0);
ALTER TABLE "unmatched_payments"
  ADD CONSTRAINT "unmatched_payments_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "unmatched_payments_resolved" CHECK (
    ("resolved_at" IS NULL) = ("resolution" IS NULL) AND ("resolved_at" IS NULL) = ("reason" IS NULL) AND
    ("resolved_at" IS NULL) = ("resolved_by" IS NULL));

-- An act of the bank may be refused by the door, by the sweeper or by a worker, at once or minutes later: whoever notes
-- the refusal, the money is kept in sight in the same transaction.
CREATE FUNCTION "keep_unmatched_payment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unmatched_payments (transaction_id, application_id, campaign_id, amount, channel, code, received_at)
  SELECT substr(NEW.key, 6), NEW.application_id, applications.campaign_id, (NEW.data->>'amount')::int,
         NEW.data->>'channel', NEW.refusal->>'code', NEW.received_at
  FROM applications WHERE applications.id = NEW.application_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "intakes_unmatched_payment" AFTER UPDATE OF "outcome" ON "intakes" FOR EACH ROW
  WHEN (NEW.actor_role = 'bank' AND NEW.outcome = 'refused') EXECUTE FUNCTION "keep_unmatched_payment"();
