-- AlterTable
ALTER TABLE "sanctions" ADD COLUMN     "application_id" UUID,
ADD COLUMN     "campaign_id" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by" TEXT,
ADD COLUMN     "decided_reason" TEXT,
ADD COLUMN     "ground" TEXT NOT NULL DEFAULT 'fraud',
ADD COLUMN     "lift_requested_at" TIMESTAMPTZ(3),
ADD COLUMN     "lift_requested_by" TEXT,
ADD COLUMN     "lift_reason" TEXT,
ADD COLUMN     "lifted_at" TIMESTAMPTZ(3),
ADD COLUMN     "lifted_by" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_by" TEXT,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "restores_title" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "revokes" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "starts_on" DATE,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'in_force';

-- CreateTable
CREATE TABLE "objection_files" (
    "application_id" UUID NOT NULL,
    "objection_id" TEXT NOT NULL,
    "name" TEXT,
    "contact" TEXT,
    "receipt_hash" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "investigator_id" TEXT,
    "due_on" DATE,
    "assigned_by" TEXT,
    "assigned_at" TIMESTAMPTZ(3),

    CONSTRAINT "objection_files_pkey" PRIMARY KEY ("application_id","objection_id")
);

-- CreateTable
CREATE TABLE "objection_evidence" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "objection_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objection_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "application_id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "conferred_on" DATE NOT NULL,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "certificate_counters" (
    "campaign_id" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "certificate_counters_pkey" PRIMARY KEY ("campaign_id")
);

-- CreateTable
CREATE TABLE "reexaminations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "application_id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "reason" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "new_application_id" UUID,

    CONSTRAINT "reexaminations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "objection_evidence_application_id_objection_id_idx" ON "objection_evidence"("application_id", "objection_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_number_key" ON "certificates"("number");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_campaign_id_ordinal_key" ON "certificates"("campaign_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "reexaminations_application_id_key" ON "reexaminations"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "reexaminations_new_application_id_key" ON "reexaminations"("new_application_id");

-- CreateIndex
CREATE INDEX "reexaminations_campaign_id_asked_at_idx" ON "reexaminations"("campaign_id", "requested_at");

-- CreateIndex
CREATE INDEX "sanctions_application_id_idx" ON "sanctions"("application_id");

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_evidence" ADD CONSTRAINT "objection_evidence_application_id_objection_id_fkey" FOREIGN KEY ("application_id", "objection_id") REFERENCES "objection_files"("application_id", "objection_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reexaminations" ADD CONSTRAINT "reexaminations_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reexaminations" ADD CONSTRAINT "reexaminations_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "objection_files"
  ADD CONSTRAINT "objection_files_receipt" CHECK ("receipt_hash" ~ '^[0-9a-f]{64}$'),
  -- Whoever objects without an account says who they are and how they can be reached (实名).
  ADD CONSTRAINT "objection_files_objector" CHECK ("receipt_hash" IS NULL OR ("name" IS NOT NULL AND "contact" IS NOT NULL)),
  ADD CONSTRAINT "objection_files_assigned" CHECK (
    num_nonnulls("investigator_id", "due_on", "assigned_by", "assigned_at") IN (0, 4));
ALTER TABLE "objection_evidence"
  ADD CONSTRAINT "objection_evidence_size" CHECK ("size" > 0),
  ADD CONSTRAINT "objection_evidence_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

ALTER TABLE "sanctions"
  ADD CONSTRAINT "sanctions_ground" CHECK ("ground" = 'fraud' OR ("ground" = 'commitment' AND "subject" = 'person')),
  ADD CONSTRAINT "sanctions_state" CHECK ("state" IN ('proposed', 'rejected', 'in_force', 'lift_requested', 'lifted')),
  ADD CONSTRAINT "sanctions_starts" CHECK ("starts_on" <= "expires_on"),
  ADD CONSTRAINT "sanctions_second_person" CHECK ("decided_by" <> "proposed_by"),
  ADD CONSTRAINT "sanctions_lift_second_person" CHECK ("lifted_by" <> "lift_requested_by"),
  ADD CONSTRAINT "sanctions_revokes" CHECK (NOT "revokes" OR ("application_id" IS NOT NULL AND "subject" = 'person'));
-- One proposal or revocation of a title at a time.
CREATE UNIQUE INDEX "sanctions_one_revocation" ON "sanctions" ("application_id")
  WHERE "revokes" AND ("state" IN ('proposed', 'in_force', 'lift_requested') OR ("state" = 'lifted' AND NOT "restores_title"));

ALTER TABLE "reexaminations"
  ADD CONSTRAINT "reexaminations_state" CHECK (
    ("state" = 'requested' AND num_nonnulls("decided_by", "decided_reason", "decided_at", "new_application_id") = 0) OR
    ("state" = 'dismissed' AND num_nonnulls("decided_by", "decided_reason", "decided_at") = 3 AND "new_application_id" IS NULL) OR
    ("state" = 'upheld' AND num_nonnulls("decided_by", "decided_reason", "decided_at", "new_application_id") = 4));

-- 证书编号: given in the transaction that confers the title, whoever writes it, and taken back with it should it fail; so
-- no number is missing and none is given twice. Those who confer in one campaign at the same time wait for each other.
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_ordinal" CHECK ("ordinal" >= 1);
CREATE FUNCTION "number_certificate"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  next_ordinal INTEGER;
BEGIN
  IF EXISTS (SELECT FROM certificates WHERE application_id = NEW.id) THEN
    RETURN NULL;
  END IF;
  INSERT INTO certificate_counters AS counter (campaign_id, last) VALUES (NEW.campaign_id, 1)
    ON CONFLICT (campaign_id) DO UPDATE SET last = counter.last + 1 RETURNING last INTO next_ordinal;
  INSERT INTO certificates (application_id, campaign_id, ordinal, number, conferred_on)
    VALUES (NEW.id, NEW.campaign_id, next_ordinal,
      upper(NEW.campaign_id) || '-' || lpad(next_ordinal::text, greatest(5, length(next_ordinal::text)), '0'),
      (NEW.updated_at AT TIME ZONE 'Asia/Shanghai')::date);
  RETURN NULL;
END $$;
CREATE TRIGGER "applications_certificate" AFTER INSERT OR UPDATE OF "status" ON "applications"
  FOR EACH ROW WHEN (NEW.status = 'conferred') EXECUTE FUNCTION "number_certificate"();
CREATE FUNCTION "keep_certificate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a certificate keeps its number' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "certificates_kept" BEFORE UPDATE ON "certificates" FOR EACH ROW EXECUTE FUNCTION "keep_certificate"();

-- Titles that were conferred before there were numbers, in the order they were conferred.
INSERT INTO certificates (application_id, campaign_id, ordinal, number, conferred_on)
  SELECT id, campaign_id, ordinal, upper(campaign_id) || '-' || lpad(ordinal::text, greatest(5, length(ordinal::text)), '0'),
    (updated_at AT TIME ZONE 'Asia/Shanghai')::date
  FROM (SELECT *, row_number() OVER (PARTITION BY campaign_id ORDER BY updated_at, id) AS ordinal
        FROM applications WHERE status = 'conferred') AS conferred;
INSERT INTO certificate_counters (campaign_id, last)
  SELECT campaign_id, max(ordinal) FROM certificates GROUP BY campaign_id;
