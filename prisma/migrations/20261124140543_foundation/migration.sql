-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_bindings" (
    "id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT,
    "department_id" TEXT,
    "campaign_id" TEXT,

    CONSTRAINT "role_bindings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "machine_keys" (
    "hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "machine_keys_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "units" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departments" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "departments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_chain" (
    "unit_id" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "department_id" TEXT NOT NULL,

    CONSTRAINT "unit_chain_pkey" PRIMARY KEY ("unit_id","level")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "calendar" JSONB NOT NULL,
    "calendar_version" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'preparing',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "campaign_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "confirmed_by" TEXT,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("campaign_id","version")
);

-- CreateTable
CREATE TABLE "sanctions" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" TEXT,
    "unit_id" TEXT,
    "basis" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "clause" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "sanctions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "department_id" TEXT,
    "applicant_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "employer_kind" TEXT NOT NULL,
    "specialty" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "due" TIMESTAMPTZ(3),
    "submissions" SMALLINT NOT NULL,
    "needs_attention" BOOLEAN NOT NULL DEFAULT false,
    "facts" JSONB NOT NULL,
    "last_hash" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "intake_cutoff" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "application_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_scope" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "from_status" TEXT NOT NULL,
    "to_status" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "deadlines" JSONB NOT NULL,
    "free_text_hash" TEXT,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("application_id","seq")
);

-- CreateTable
CREATE TABLE "intakes" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_scope" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "expected_seq" INTEGER,
    "data" JSONB NOT NULL,
    "free_text" JSONB,
    "free_text_hash" TEXT,
    "body_hash" TEXT NOT NULL,
    "outcome" TEXT,
    "answer" JSONB,
    "refusal" JSONB,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "intakes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "application_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossiers" (
    "application_id" UUID NOT NULL,
    "draft" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossiers_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "dossier_versions" (
    "application_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "frozen" JSONB NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_versions_pkey" PRIMARY KEY ("application_id","hash")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" SMALLINT,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_id_account_id_key" ON "accounts"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE INDEX "role_bindings_role_unit_id_idx" ON "role_bindings"("role", "unit_id");

-- CreateIndex
CREATE INDEX "role_bindings_role_department_id_idx" ON "role_bindings"("role", "department_id");

-- CreateIndex
CREATE INDEX "role_bindings_role_campaign_id_idx" ON "role_bindings"("role", "campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_bindings_person_id_role_unit_id_department_id_campaign_key" ON "role_bindings"("person_id", "role", "unit_id", "department_id", "campaign_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "machine_keys_person_id_idx" ON "machine_keys"("person_id");

-- CreateIndex
CREATE INDEX "unit_chain_department_id_idx" ON "unit_chain"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_chain_unit_id_department_id_key" ON "unit_chain"("unit_id", "department_id");

-- CreateIndex
CREATE INDEX "sanctions_person_id_expires_on_idx" ON "sanctions"("person_id", "expires_on");

-- CreateIndex
CREATE INDEX "sanctions_unit_id_expires_on_idx" ON "sanctions"("unit_id", "expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "events_application_id_key_key" ON "events"("application_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "intakes_application_id_key_key" ON "intakes"("application_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_application_id_key_key" ON "outbox"("application_id", "key");

-- CreateIndex
CREATE INDEX "documents_application_id_idx" ON "documents"("application_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "machine_keys" ADD CONSTRAINT "machine_keys_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_chain" ADD CONSTRAINT "unit_chain_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_chain" ADD CONSTRAINT "unit_chain_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_applicant_id_fkey" FOREIGN KEY ("applicant_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say. PostgreSQL 15 or newer.

-- A role is bound to what it acts for: a unit clerk to a unit, a department clerk to a department.
ALTER TABLE "role_bindings"
  ADD CONSTRAINT "role_bindings_role" CHECK ("role" IN
    ('applicant', 'unit', 'department', 'office', 'finance', 'expert', 'chair', 'supervisor', 'operator', 'bank')),
  ADD CONSTRAINT "role_bindings_unit" CHECK (("role" IN ('applicant', 'unit')) = ("unit_id" IS NOT NULL)),
  ADD CONSTRAINT "role_bindings_department" CHECK (("role" = 'department') = ("department_id" IS NOT NULL)),
  ADD CONSTRAINT "role_bindings_campaign" CHECK ("campaign_id" IS NULL OR ("unit_id" IS NULL AND "department_id" IS NULL));

ALTER TABLE "machine_keys" ADD CONSTRAINT "machine_keys_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "units" ADD CONSTRAINT "units_kind" CHECK ("kind" IN ('public_institution', 'state_enterprise', 'private_enterprise'));
ALTER TABLE "unit_chain" ADD CONSTRAINT "unit_chain_level" CHECK ("level" BETWEEN 0 AND 9);

ALTER TABLE "campaigns"
  ADD CONSTRAINT "campaigns_state" CHECK ("state" IN ('preparing', 'open', 'closed')),
  ADD CONSTRAINT "campaigns_policy_version" CHECK ("policy_version" = ("policy"->>'version')::int),
  ADD CONSTRAINT "campaigns_calendar_version" CHECK ("calendar_version" = "calendar"->>'version');
ALTER TABLE "policy_versions"
  ADD CONSTRAINT "policy_versions_version" CHECK ("version" >= 1 AND "version" = ("policy"->>'version')::int),
  ADD CONSTRAINT "policy_versions_second_person" CHECK ("confirmed_by" <> "changed_by");

ALTER TABLE "sanctions"
  ADD CONSTRAINT "sanctions_subject" CHECK (
    ("subject" = 'person' AND "person_id" IS NOT NULL AND "unit_id" IS NULL) OR
    ("subject" = 'unit' AND "unit_id" IS NOT NULL AND "person_id" IS NULL)),
  ADD CONSTRAINT "sanctions_expiry" CHECK ("expires_on" > "decided_on");

-- The projection repeats parts of the facts so that they can be indexed; they cannot disagree.
ALTER TABLE "applications"
  ADD CONSTRAINT "applications_status" CHECK ("status" IN (
    'draft', 'unit_review', 'unit_publicity', 'recommendation', 'superior_review', 'committee_audit', 'correction',
    'payment', 'defense', 'review', 'public_notice', 'conferred', 'not_recommended', 'not_accepted', 'not_passed',
    'disqualified', 'withdrawn', 'lapsed')),
  ADD CONSTRAINT "applications_department" CHECK (("status" = 'superior_review') = ("department_id" IS NOT NULL)),
  ADD CONSTRAINT "applications_level" CHECK ("level" IN ('junior', 'mid', 'deputy_senior')),
  ADD CONSTRAINT "applications_track" CHECK ("track" IN ('regular', 'private_special', 'skilled')),
  ADD CONSTRAINT "applications_employer" CHECK ("employer_kind" IN ('public_institution', 'state_enterprise', 'private_enterprise')),
  ADD CONSTRAINT "applications_submissions" CHECK ("submissions" BETWEEN 0 AND 9),
  ADD CONSTRAINT "applications_seq" CHECK ("seq" >= 0),
  ADD CONSTRAINT "applications_last_hash" CHECK ("last_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "applications_facts" CHECK (
    "facts"->>'applicationId' = "id"::text AND "facts"->>'campaignId' = "campaign_id" AND "facts"->>'unitId' = "unit_id" AND
    "facts"->>'applicantId' = "applicant_id" AND "facts"->>'status' = "status" AND ("facts"->>'seq')::int = "seq");

-- Work queues, in the order people work in: earliest due instant first, those without one last. 'infinity' stands for
-- none, so that one row comparison continues a page.
CREATE INDEX "applications_unit_status_queue" ON "applications" ("unit_id", "status", (COALESCE("due", 'infinity'::timestamptz)), "id");
CREATE INDEX "applications_unit_queue" ON "applications" ("unit_id", (COALESCE("due", 'infinity'::timestamptz)), "id");
CREATE INDEX "applications_campaign_status_queue" ON "applications" ("campaign_id", "status", (COALESCE("due", 'infinity'::timestamptz)), "id");
CREATE INDEX "applications_campaign_queue" ON "applications" ("campaign_id", (COALESCE("due", 'infinity'::timestamptz)), "id");
CREATE INDEX "applications_campaign_unit_queue" ON "applications" ("campaign_id", "unit_id", (COALESCE("due", 'infinity'::timestamptz)), "id");
CREATE INDEX "applications_department_queue" ON "applications" ("department_id", (COALESCE("due", 'infinity'::timestamptz)), "id")
  WHERE "department_id" IS NOT NULL;
CREATE INDEX "applications_applicant_queue" ON "applications" ("applicant_id", (COALESCE("due", 'infinity'::timestamptz)), "id");
CREATE INDEX "applications_status_queue" ON "applications" ("status", (COALESCE("due", 'infinity'::timestamptz)), "id");
CREATE INDEX "applications_queue" ON "applications" ((COALESCE("due", 'infinity'::timestamptz)), "id");
CREATE INDEX "applications_attention" ON "applications" ((COALESCE("due", 'infinity'::timestamptz)), "id") WHERE "needs_attention";
CREATE INDEX "applications_unstarted" ON "applications" ("opened_at") WHERE "started_at" IS NULL;
-- One open application per person and campaign.
CREATE UNIQUE INDEX "applications_one_open" ON "applications" ("applicant_id", "campaign_id")
  WHERE "status" NOT IN ('conferred', 'not_recommended', 'not_accepted', 'not_passed', 'disqualified', 'withdrawn', 'lapsed');

ALTER TABLE "events"
  ADD CONSTRAINT "events_seq" CHECK ("seq" >= 1),
  ADD CONSTRAINT "events_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "prev_hash" ~ '^[0-9a-f]{64}$' AND "hash" <> "prev_hash"),
  ADD CONSTRAINT "events_first" CHECK (("seq" = 1) = ("prev_hash" = repeat('0', 64))),
  ADD CONSTRAINT "events_words_hash" CHECK ("free_text_hash" ~ '^[0-9a-f]{64}$');

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "events_no_truncate" BEFORE TRUNCATE ON "events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "intakes"
  ADD CONSTRAINT "intakes_outcome" CHECK (
    ("outcome" IS NULL AND "finished_at" IS NULL AND "answer" IS NULL AND "refusal" IS NULL) OR
    ("outcome" = 'done' AND "finished_at" IS NOT NULL AND "answer" IS NOT NULL AND "refusal" IS NULL) OR
    ("outcome" = 'refused' AND "finished_at" IS NOT NULL AND "answer" IS NULL AND "refusal" IS NOT NULL)),
  ADD CONSTRAINT "intakes_words" CHECK (("free_text" IS NULL) = ("free_text_hash" IS NULL)),
  ADD CONSTRAINT "intakes_words_hash" CHECK ("free_text_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "intakes_body_hash" CHECK ("body_hash" ~ '^[0-9a-f]{64}$');
CREATE INDEX "intakes_unfinished" ON "intakes" ("received_at", "id") WHERE "outcome" IS NULL;
CREATE INDEX "intakes_pending" ON "intakes" ("application_id", "received_at") WHERE "outcome" IS NULL;

ALTER TABLE "outbox"
  ADD CONSTRAINT "outbox_state" CHECK ("state" IN ('pending', 'sent', 'parked', 'skipped')),
  ADD CONSTRAINT "outbox_sent" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL)),
  ADD CONSTRAINT "outbox_attempts" CHECK ("attempts" >= 0);
CREATE INDEX "outbox_pending" ON "outbox" ("next_attempt_at" NULLS FIRST, "id") WHERE "state" = 'pending';
CREATE INDEX "outbox_parked" ON "outbox" ("id") WHERE "state" = 'parked';

ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_version" CHECK ("version" >= 0);
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "documents"
  ADD CONSTRAINT "documents_size" CHECK ("size" > 0),
  ADD CONSTRAINT "documents_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "documents_year" CHECK ("year" BETWEEN 1950 AND 2100),
  ADD CONSTRAINT "documents_removed" CHECK ("removed_at" >= "uploaded_at");
