-- The whole schema. Until release 1.0.0 a change of the schema edits this file; from then on each change is a file of its own.

-- Tables, indexes and foreign keys as `npm run migration` derives them from prisma/schema.prisma. Two unique indexes have
-- NULLS NOT DISTINCT added by hand: without it, a binding or a conflict with an empty column could be entered twice.

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "sign_on_subject" TEXT,
    "letters" TEXT NOT NULL DEFAULT 'mail',
    "language" TEXT,
    "password_change_due" BOOLEAN NOT NULL DEFAULT false,
    "password_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "factor_proven_at" TIMESTAMPTZ(3),
    "ip_address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "person_id" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "role_bindings" (
    "id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT,
    "department_id" TEXT,
    "campaign_id" TEXT,
    "part_time" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "role_bindings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "identities" (
    "person_id" TEXT NOT NULL,
    "id_number_hash" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "contact_codes" (
    "place" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" SMALLINT NOT NULL DEFAULT 0,
    "sent" SMALLINT NOT NULL DEFAULT 1,
    "sent_since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_codes_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "membership_requests" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "part_time" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "round" SMALLINT NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "person_id" TEXT,
    "role" TEXT,
    "unit_id" TEXT,
    "department_id" TEXT,
    "part_time" BOOLEAN NOT NULL DEFAULT false,
    "invited_by" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_registrations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "credit_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region" TEXT,
    "department_id" TEXT,
    "superior_id" TEXT,
    "contact" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "unit_registrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "name_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "person_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("person_id","code_hash")
);

-- CreateTable
CREATE TABLE "account_requests" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT,
    "campaign_id" TEXT,
    "reason" TEXT,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "kind" TEXT NOT NULL,
    "person_id" TEXT,
    "roles" TEXT[],
    "subject_id" TEXT,
    "campaign_id" TEXT,
    "application_id" UUID,
    "object" TEXT,
    "address" TEXT,
    "reason" TEXT,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory_imports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "campaign_id" TEXT,
    "file_name" TEXT NOT NULL,
    "columns" TEXT[],
    "delivery" TEXT,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "directory_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory_import_rows" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "subject" TEXT,
    "verdict" TEXT NOT NULL,
    "faults" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "outcome" TEXT,

    CONSTRAINT "directory_import_rows_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "units" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rank" TEXT,
    "region" TEXT,
    "credit_code" TEXT,
    "superior_id" TEXT,

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
CREATE TABLE "position_statements" (
    "campaign_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "approved" INTEGER NOT NULL,
    "occupied" INTEGER NOT NULL,
    "confirms" BOOLEAN NOT NULL,
    "reason" TEXT,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "position_statements_pkey" PRIMARY KEY ("campaign_id","unit_id","level","seq")
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
    "calendar" JSONB NOT NULL,

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
    "ground" TEXT NOT NULL DEFAULT 'fraud',
    "starts_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'in_force',
    "campaign_id" TEXT,
    "application_id" UUID,
    "revokes" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "proposed_by" TEXT,
    "proposed_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_reason" TEXT,
    "lift_requested_by" TEXT,
    "lift_requested_at" TIMESTAMPTZ(3),
    "lift_reason" TEXT,
    "restores_title" BOOLEAN NOT NULL DEFAULT false,
    "lifted_by" TEXT,
    "lifted_at" TIMESTAMPTZ(3),
    "responsible" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "sanctions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
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
    "opening" JSONB NOT NULL,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_numbers" (
    "prefix" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "application_numbers_pkey" PRIMARY KEY ("prefix")
);

-- CreateTable
CREATE TABLE "search_keys" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "search_keys_pkey" PRIMARY KEY ("kind","subject","key")
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
    "law" INTEGER NOT NULL,
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
CREATE TABLE "arrival_marks" (
    "process" TEXT NOT NULL,
    "mark" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "arrival_marks_pkey" PRIMARY KEY ("process")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "application_id" UUID,
    "seq" INTEGER,
    "campaign_id" TEXT,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "personal" BOOLEAN NOT NULL DEFAULT false,
    "key" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "last_error" TEXT,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_repairs" (
    "outbox_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "repair" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_repairs_pkey" PRIMARY KEY ("outbox_id","key")
);

-- CreateTable
CREATE TABLE "read_marks" (
    "person_id" TEXT NOT NULL,
    "up_to" BIGINT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_marks_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "dossiers" (
    "application_id" UUID NOT NULL,
    "draft" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "id_number_hash" TEXT,
    "retiring" BOOLEAN NOT NULL DEFAULT false,

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
CREATE TABLE "data_keys" (
    "id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "wrapped" TEXT,
    "wrapped_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),
    "erased_basis" TEXT,

    CONSTRAINT "data_keys_pkey" PRIMARY KEY ("id")
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
    "picture" JSONB,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unfinished_uploads" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" SMALLINT,
    "file_name" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unfinished_uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_prints" (
    "document_id" UUID NOT NULL,
    "print" BIT(64) NOT NULL,
    "parts" INTEGER[],
    "detail" BYTEA NOT NULL,

    CONSTRAINT "document_prints_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "document_readings" (
    "document_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "document_readings_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "document_masks" (
    "document_id" UUID NOT NULL,
    "areas" JSONB NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "masked_by" TEXT NOT NULL,
    "masked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_masks_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "certificate_hashes" (
    "application_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "certificate_hashes_pkey" PRIMARY KEY ("application_id","section","field")
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
CREATE TABLE "fees" (
    "application_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "basis" TEXT,
    "proof" TEXT,
    "arisen_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fees_pkey" PRIMARY KEY ("application_id","part")
);

-- CreateTable
CREATE TABLE "ledger_transfers" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "campaign_id" TEXT,
    "application_id" UUID,
    "part" TEXT,
    "pay_code" TEXT,
    "pending" BOOLEAN NOT NULL,
    "resolves" TEXT,
    "reference" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transfers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "transfer_id" TEXT NOT NULL,
    "line" SMALLINT NOT NULL,
    "account" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("transfer_id","line")
);

-- CreateTable
CREATE TABLE "refunds" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "application_id" UUID,
    "pay_code" TEXT,
    "payment_id" UUID,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_role" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decision" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "transfers" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmatched_payments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transaction_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "application_id" UUID,
    "campaign_id" TEXT,
    "amount" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "part" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "resolution" TEXT,
    "reason" TEXT,
    "resolved_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "unmatched_payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statements" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "line_count" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_lines" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "statement_id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "booked" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "balance" BIGINT,
    "serial" TEXT,
    "sealed" TEXT,
    "application_id" UUID,
    "part" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "code" TEXT,

    CONSTRAINT "statement_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_closes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "after" DATE,
    "ledger_balance" BIGINT NOT NULL,
    "statement_in" BIGINT NOT NULL,
    "statement_out" BIGINT NOT NULL,
    "statement_balance" BIGINT,
    "open_count" INTEGER NOT NULL,
    "open_amount" BIGINT NOT NULL,
    "remark" TEXT,
    "closed_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "day_closes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_close_transfers" (
    "transfer_id" TEXT NOT NULL,
    "close_id" UUID NOT NULL,

    CONSTRAINT "day_close_transfers_pkey" PRIMARY KEY ("transfer_id")
);

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
    "specialty" TEXT,
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
    "frozen_signature" JSONB,

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

-- CreateTable
CREATE TABLE "committee_deputies" (
    "campaign_id" TEXT NOT NULL,
    "committee" TEXT NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "expert_id" UUID NOT NULL,
    "named_by" TEXT NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "committee_deputies_pkey" PRIMARY KEY ("campaign_id","committee","ordinal")
);

-- CreateTable
CREATE TABLE "campaign_states" (
    "campaign_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "last_hash" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_states_pkey" PRIMARY KEY ("campaign_id")
);

-- CreateTable
CREATE TABLE "campaign_events" (
    "campaign_id" TEXT NOT NULL,
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
    "free_text_hash" TEXT,
    "law" INTEGER NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "campaign_events_pkey" PRIMARY KEY ("campaign_id","seq")
);

-- CreateTable
CREATE TABLE "campaign_intakes" (
    "campaign_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_scope" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "expected_seq" INTEGER,
    "data" JSONB NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "free_text" JSONB,
    "free_text_hash" TEXT,
    "body_hash" TEXT NOT NULL,

    CONSTRAINT "campaign_intakes_pkey" PRIMARY KEY ("campaign_id","key")
);

-- CreateTable
CREATE TABLE "policy_proofs" (
    "id" TEXT NOT NULL,
    "kinds" INTEGER NOT NULL,
    "states" INTEGER NOT NULL,
    "failures" JSONB NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_proofs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_drafts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_id" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "step" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_files" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT,
    "draft_id" UUID,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content_id" UUID NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_by" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by" TEXT,

    CONSTRAINT "campaign_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_days" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "date" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "official" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_amendments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "calendar" JSONB,
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

-- CreateTable
CREATE TABLE "campaign_fan_outs" (
    "campaign_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_fan_outs_pkey" PRIMARY KEY ("campaign_id","meeting_id")
);

-- CreateTable
CREATE TABLE "campaign_statistics" (
    "campaign_id" TEXT NOT NULL,
    "statistics" JSONB NOT NULL,
    "units" JSONB NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_statistics_pkey" PRIMARY KEY ("campaign_id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "committee" TEXT NOT NULL,
    "committee_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'convened',
    "held_on" DATE NOT NULL,
    "begins" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "convened_by" TEXT NOT NULL,
    "convened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "announced_at" TIMESTAMPTZ(3),
    "minutes" JSONB,
    "minutes_hash" TEXT,
    "signed_by" TEXT,
    "signed_at" TIMESTAMPTZ(3),
    "minutes_signature" JSONB,

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
    "named_expert" UUID,
    "named_by" TEXT,
    "named_at" TIMESTAMPTZ(3),
    "named_reason" TEXT,
    "opened_by" UUID,
    "opened_as" TEXT,
    "ended_by" UUID,
    "ended_as" TEXT,

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
    "mail_code_hash" TEXT,
    "mail_code_until" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "defense_sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "specialty" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "criteria" JSONB NOT NULL,
    "planned_by" TEXT NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_reason" TEXT,

    CONSTRAINT "defense_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "defense_panel" (
    "session_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "leader" BOOLEAN NOT NULL,

    CONSTRAINT "defense_panel_pkey" PRIMARY KEY ("session_id","expert_id")
);

-- CreateTable
CREATE TABLE "defense_slots" (
    "session_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "appointed_revision" INTEGER,

    CONSTRAINT "defense_slots_pkey" PRIMARY KEY ("session_id","application_id")
);

-- CreateTable
CREATE TABLE "score_sheets" (
    "session_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "points" JSONB NOT NULL,
    "total" INTEGER,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "score_sheets_pkey" PRIMARY KEY ("session_id","application_id","expert_id")
);

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
CREATE TABLE "printed_papers" (
    "code" TEXT NOT NULL,
    "application_id" UUID,
    "campaign_id" TEXT,
    "subject_id" UUID,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "printed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "printed_papers_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "signed_scans" (
    "document_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "code" TEXT,
    "verdict" TEXT NOT NULL,

    CONSTRAINT "signed_scans_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "paper_batches" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "copies" INTEGER NOT NULL,
    "application_ids" UUID[],
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "paper_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter_slots" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" SMALLINT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "counter_slots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "originals_plans" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "slot_id" UUID,
    "carrier" TEXT,
    "tracking" TEXT,
    "sent_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "originals_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_keys" (
    "name" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "known_keys_pkey" PRIMARY KEY ("name")
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

-- CreateTable
CREATE TABLE "register_entries" (
    "scope" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "row_hash" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "register_entries_pkey" PRIMARY KEY ("scope","seq")
);

-- CreateTable
CREATE TABLE "record_checks" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "files_checked_at" TIMESTAMPTZ(3),
    "fault" JSONB,
    "fault_since" TIMESTAMPTZ(3),

    CONSTRAINT "record_checks_pkey" PRIMARY KEY ("kind","subject")
);

-- CreateTable
CREATE TABLE "signed_heads" (
    "ordinal" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "signed_heads_pkey" PRIMARY KEY ("ordinal")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_phone_key" ON "users"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "users_sign_on_subject_key" ON "users"("sign_on_subject");

-- CreateIndex
CREATE UNIQUE INDEX "identities_id_number_hash_key" ON "identities"("id_number_hash");

-- CreateIndex
CREATE INDEX "contact_codes_expires_at_idx" ON "contact_codes"("expires_at");

-- CreateIndex
CREATE INDEX "membership_requests_person_id_idx" ON "membership_requests"("person_id");

-- CreateIndex
CREATE INDEX "membership_requests_unit_id_asked_at_idx" ON "membership_requests"("unit_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_unit_id_invited_at_idx" ON "invitations"("unit_id", "invited_at");

-- CreateIndex
CREATE INDEX "invitations_department_id_invited_at_idx" ON "invitations"("department_id", "invited_at");

-- CreateIndex
CREATE INDEX "invitations_person_id_idx" ON "invitations"("person_id");

-- CreateIndex
CREATE INDEX "unit_registrations_person_id_idx" ON "unit_registrations"("person_id");

-- CreateIndex
CREATE INDEX "unit_registrations_department_id_idx" ON "unit_registrations"("department_id");

-- CreateIndex
CREATE INDEX "name_changes_person_id_idx" ON "name_changes"("person_id");

-- CreateIndex
CREATE INDEX "directory_imports_made_at_idx" ON "directory_imports"("made_at");

-- CreateIndex
CREATE INDEX "directory_import_rows_import_id_subject_idx" ON "directory_import_rows"("import_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "units_credit_code_key" ON "units"("credit_code");

-- CreateIndex
CREATE INDEX "units_superior_id_idx" ON "units"("superior_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "applications_number_key" ON "applications"("number");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE INDEX "role_bindings_role_unit_id_idx" ON "role_bindings"("role", "unit_id");

-- CreateIndex
CREATE INDEX "role_bindings_role_department_id_idx" ON "role_bindings"("role", "department_id");

-- CreateIndex
CREATE INDEX "role_bindings_role_campaign_id_idx" ON "role_bindings"("role", "campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_bindings_person_id_role_unit_id_department_id_campaign_key" ON "role_bindings"("person_id", "role", "unit_id", "department_id", "campaign_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "password_resets_person_id_idx" ON "password_resets"("person_id");

-- CreateIndex
CREATE INDEX "account_requests_person_id_idx" ON "account_requests"("person_id");

-- CreateIndex
CREATE INDEX "access_log_at_id_idx" ON "access_log"("at", "id");

-- CreateIndex
CREATE INDEX "access_log_subject_id_at_id_idx" ON "access_log"("subject_id", "at", "id");

-- CreateIndex
CREATE INDEX "access_log_person_id_at_id_idx" ON "access_log"("person_id", "at", "id");

-- CreateIndex
CREATE INDEX "unit_chain_department_id_idx" ON "unit_chain"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_chain_unit_id_department_id_key" ON "unit_chain"("unit_id", "department_id");

-- CreateIndex
CREATE INDEX "sanctions_application_id_idx" ON "sanctions"("application_id");

-- CreateIndex
CREATE INDEX "sanctions_person_id_expires_on_idx" ON "sanctions"("person_id", "expires_on");

-- CreateIndex
CREATE INDEX "sanctions_unit_id_expires_on_idx" ON "sanctions"("unit_id", "expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "events_application_id_key_key" ON "events"("application_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "intakes_application_id_key_key" ON "intakes"("application_id", "key");

-- CreateIndex
CREATE INDEX "outbox_role_scope_id_idx" ON "outbox"("role", "scope", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_application_id_key_key" ON "outbox"("application_id", "key");

-- CreateIndex
CREATE INDEX "dossiers_id_number_hash_idx" ON "dossiers"("id_number_hash");

-- CreateIndex
CREATE INDEX "documents_application_id_idx" ON "documents"("application_id");

-- CreateIndex
CREATE INDEX "unfinished_uploads_person_id_idx" ON "unfinished_uploads"("person_id");

-- CreateIndex
CREATE INDEX "unfinished_uploads_application_id_idx" ON "unfinished_uploads"("application_id");

-- CreateIndex
CREATE INDEX "documents_sha256_idx" ON "documents"("sha256");

-- CreateIndex
CREATE INDEX "certificate_hashes_hash_idx" ON "certificate_hashes"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "phrases_campaign_id_text_key" ON "phrases"("campaign_id", "text");

-- CreateIndex
CREATE UNIQUE INDEX "fees_code_key" ON "fees"("code");

-- CreateIndex
CREATE INDEX "fees_campaign_id_state_code_idx" ON "fees"("campaign_id", "state", "code");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transfers_resolves_key" ON "ledger_transfers"("resolves");

-- CreateIndex
CREATE INDEX "ledger_transfers_pay_code_idx" ON "ledger_transfers"("pay_code");

-- CreateIndex
CREATE INDEX "ledger_transfers_campaign_id_at_id_idx" ON "ledger_transfers"("campaign_id", "at", "id");

-- CreateIndex
CREATE INDEX "refunds_campaign_id_state_asked_at_id_idx" ON "refunds"("campaign_id", "state", "asked_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "unmatched_payments_transaction_id_reference_amount_key" ON "unmatched_payments"("transaction_id", "reference", "amount");

-- CreateIndex
CREATE UNIQUE INDEX "statements_campaign_id_file_hash_key" ON "statements"("campaign_id", "file_hash");

-- CreateIndex
CREATE UNIQUE INDEX "statement_lines_campaign_id_key_key" ON "statement_lines"("campaign_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "statement_lines_statement_id_row_key" ON "statement_lines"("statement_id", "row");

-- CreateIndex
CREATE UNIQUE INDEX "day_closes_campaign_id_day_key" ON "day_closes"("campaign_id", "day");

-- CreateIndex
CREATE INDEX "day_close_transfers_close_id_idx" ON "day_close_transfers"("close_id");

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
CREATE INDEX "recusals_campaign_id_requested_at_idx" ON "recusals"("campaign_id", "requested_at");

-- CreateIndex
CREATE INDEX "draws_campaign_id_committee_idx" ON "draws"("campaign_id", "committee");

-- CreateIndex
CREATE INDEX "committee_members_expert_id_idx" ON "committee_members"("expert_id");

-- CreateIndex
CREATE UNIQUE INDEX "committee_members_campaign_id_committee_position_ordinal_key" ON "committee_members"("campaign_id", "committee", "position", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_events_campaign_id_key_key" ON "campaign_events"("campaign_id", "key");

-- CreateIndex
CREATE INDEX "campaign_drafts_owner_id_changed_at_idx" ON "campaign_drafts"("owner_id", "changed_at");

-- CreateIndex
CREATE INDEX "campaign_files_campaign_id_uploaded_at_idx" ON "campaign_files"("campaign_id", "uploaded_at");

-- CreateIndex
CREATE INDEX "campaign_files_draft_id_uploaded_at_idx" ON "campaign_files"("draft_id", "uploaded_at");

-- CreateIndex
CREATE INDEX "policy_amendments_campaign_id_proposed_at_idx" ON "policy_amendments"("campaign_id", "proposed_at");

-- CreateIndex
CREATE INDEX "meetings_campaign_id_committee_idx" ON "meetings"("campaign_id", "committee");

-- CreateIndex
CREATE INDEX "motions_application_id_idx" ON "motions"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "motions_meeting_id_application_id_round_key" ON "motions"("meeting_id", "application_id", "round");

-- CreateIndex
CREATE INDEX "defense_sessions_campaign_id_starts_at_idx" ON "defense_sessions"("campaign_id", "starts_at");

-- CreateIndex
CREATE INDEX "defense_panel_expert_id_idx" ON "defense_panel"("expert_id");

-- CreateIndex
CREATE INDEX "objection_evidence_application_id_objection_id_idx" ON "objection_evidence"("application_id", "objection_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_number_key" ON "certificates"("number");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_campaign_id_ordinal_key" ON "certificates"("campaign_id", "ordinal");

-- CreateIndex
CREATE INDEX "signed_scans_application_id_idx" ON "signed_scans"("application_id");

-- CreateIndex
CREATE INDEX "printed_papers_application_id_kind_printed_at_idx" ON "printed_papers"("application_id", "kind", "printed_at");

-- CreateIndex
CREATE UNIQUE INDEX "reexaminations_application_id_key" ON "reexaminations"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "reexaminations_new_application_id_key" ON "reexaminations"("new_application_id");

-- CreateIndex
CREATE INDEX "reexaminations_campaign_id_requested_at_idx" ON "reexaminations"("campaign_id", "requested_at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_registrations" ADD CONSTRAINT "unit_registrations_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_registrations" ADD CONSTRAINT "unit_registrations_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_registrations" ADD CONSTRAINT "unit_registrations_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_changes" ADD CONSTRAINT "name_changes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_requests" ADD CONSTRAINT "account_requests_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_requests" ADD CONSTRAINT "account_requests_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_imports" ADD CONSTRAINT "directory_imports_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_import_rows" ADD CONSTRAINT "directory_import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "directory_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "units"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_chain" ADD CONSTRAINT "unit_chain_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_chain" ADD CONSTRAINT "unit_chain_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_statements" ADD CONSTRAINT "position_statements_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_statements" ADD CONSTRAINT "position_statements_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_repairs" ADD CONSTRAINT "letter_repairs_outbox_id_fkey" FOREIGN KEY ("outbox_id") REFERENCES "outbox"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unfinished_uploads" ADD CONSTRAINT "unfinished_uploads_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_prints" ADD CONSTRAINT "document_prints_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_readings" ADD CONSTRAINT "document_readings_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_masks" ADD CONSTRAINT "document_masks_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_hashes" ADD CONSTRAINT "certificate_hashes_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fees" ADD CONSTRAINT "fees_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fees" ADD CONSTRAINT "fees_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_resolves_fkey" FOREIGN KEY ("resolves") REFERENCES "ledger_transfers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "ledger_transfers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "unmatched_payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmatched_payments" ADD CONSTRAINT "unmatched_payments_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experts" ADD CONSTRAINT "experts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_lines" ADD CONSTRAINT "statement_lines_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_lines" ADD CONSTRAINT "statement_lines_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_closes" ADD CONSTRAINT "day_closes_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_close_transfers" ADD CONSTRAINT "day_close_transfers_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "ledger_transfers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_close_transfers" ADD CONSTRAINT "day_close_transfers_close_id_fkey" FOREIGN KEY ("close_id") REFERENCES "day_closes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experts" ADD CONSTRAINT "experts_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflicts" ADD CONSTRAINT "expert_conflicts_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflicts" ADD CONSTRAINT "expert_conflicts_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflicts" ADD CONSTRAINT "expert_conflicts_applicant_id_fkey" FOREIGN KEY ("applicant_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflicts" ADD CONSTRAINT "expert_conflicts_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- AddForeignKey
ALTER TABLE "committee_deputies" ADD CONSTRAINT "committee_deputies_campaign_id_committee_expert_id_fkey" FOREIGN KEY ("campaign_id", "committee", "expert_id") REFERENCES "committee_members"("campaign_id", "committee", "expert_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_states" ADD CONSTRAINT "campaign_states_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_events" ADD CONSTRAINT "campaign_events_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_intakes" ADD CONSTRAINT "campaign_intakes_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_drafts" ADD CONSTRAINT "campaign_drafts_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_files" ADD CONSTRAINT "campaign_files_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_files" ADD CONSTRAINT "campaign_files_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "campaign_drafts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_amendments" ADD CONSTRAINT "policy_amendments_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_fan_outs" ADD CONSTRAINT "campaign_fan_outs_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_statistics" ADD CONSTRAINT "campaign_statistics_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "motions" ADD CONSTRAINT "motions_named_expert_fkey" FOREIGN KEY ("named_expert") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_opened_by_fkey" FOREIGN KEY ("opened_by") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motions" ADD CONSTRAINT "motions_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- AddForeignKey
ALTER TABLE "defense_sessions" ADD CONSTRAINT "defense_sessions_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "defense_panel" ADD CONSTRAINT "defense_panel_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "defense_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "defense_panel" ADD CONSTRAINT "defense_panel_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "defense_slots" ADD CONSTRAINT "defense_slots_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "defense_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "defense_slots" ADD CONSTRAINT "defense_slots_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_session_id_application_id_fkey" FOREIGN KEY ("session_id", "application_id") REFERENCES "defense_slots"("session_id", "application_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_session_id_expert_id_fkey" FOREIGN KEY ("session_id", "expert_id") REFERENCES "defense_panel"("session_id", "expert_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_evidence" ADD CONSTRAINT "objection_evidence_application_id_objection_id_fkey" FOREIGN KEY ("application_id", "objection_id") REFERENCES "objection_files"("application_id", "objection_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_papers" ADD CONSTRAINT "printed_papers_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_papers" ADD CONSTRAINT "printed_papers_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_scans" ADD CONSTRAINT "signed_scans_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "originals_plans_slot_id_idx" ON "originals_plans"("slot_id");

-- AddForeignKey
ALTER TABLE "counter_slots" ADD CONSTRAINT "counter_slots_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "originals_plans" ADD CONSTRAINT "originals_plans_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "originals_plans" ADD CONSTRAINT "originals_plans_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "counter_slots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reexaminations" ADD CONSTRAINT "reexaminations_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reexaminations" ADD CONSTRAINT "reexaminations_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everything below is written by hand: what prisma/schema.prisma cannot express. PostgreSQL 15 or newer.
-- A closed list of values has a check here and one array in rules/; test/integration/records/closedLists.test.ts compares them.
-- Levels, tracks, specialties, ranks and kinds of employer are data of a campaign and have no check.

-- ---------------------------------------------------------------- people and organisations

-- A role is bound to what it acts for: a unit clerk to a unit, a department clerk to a department. An applicant who belongs
-- to no unit yet, or any more, has the role without one.
ALTER TABLE "role_bindings"
  ADD CONSTRAINT "role_bindings_role" CHECK ("role" IN
    ('applicant', 'unit', 'department', 'office', 'finance', 'expert', 'chair', 'supervisor', 'operator', 'bank')),
  ADD CONSTRAINT "role_bindings_unit" CHECK ("role" <> 'unit' OR "unit_id" IS NOT NULL),
  ADD CONSTRAINT "role_bindings_of_units" CHECK ("unit_id" IS NULL OR "role" IN ('applicant', 'unit')),
  ADD CONSTRAINT "role_bindings_part_time" CHECK (NOT "part_time" OR ("role" = 'applicant' AND "unit_id" IS NOT NULL)),
  ADD CONSTRAINT "role_bindings_department" CHECK (("role" = 'department') = ("department_id" IS NOT NULL)),
  ADD CONSTRAINT "role_bindings_campaign" CHECK ("campaign_id" IS NULL OR ("unit_id" IS NULL AND "department_id" IS NULL));

-- Only the SHA-256 of a token or code is kept.
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_token_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_token_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_code_hash" CHECK ("code_hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "invitations" ADD CONSTRAINT "invitations_token_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "contact_codes"
  ADD CONSTRAINT "contact_codes_hashes" CHECK ("place" ~ '^[0-9a-f]{64}$' AND "code_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "identities" ADD CONSTRAINT "identities_id_number_hash" CHECK ("id_number_hash" ~ '^[0-9a-f]{64}$');

-- Somebody reaches everybody who can sign in: by mail, by telephone, or both.
ALTER TABLE "users"
  ADD CONSTRAINT "users_reached" CHECK ("email" IS NOT NULL OR "phone" IS NOT NULL),
  ADD CONSTRAINT "users_letters" CHECK ("letters" IN ('mail', 'sms', 'both')),
  ADD CONSTRAINT "users_language" CHECK ("language" IN ('zh', 'en'));

-- A request to a unit is open until it has an outcome; there is one open request of a person to a unit.
ALTER TABLE "membership_requests"
  ADD CONSTRAINT "membership_requests_outcome" CHECK ("outcome" IN ('accepted', 'refused', 'withdrawn')),
  ADD CONSTRAINT "membership_requests_decided" CHECK (("outcome" IS NULL) = ("decided_by" IS NULL)
    AND ("outcome" IS NULL) = ("decided_at" IS NULL)),
  ADD CONSTRAINT "membership_requests_reason" CHECK ("outcome" <> 'refused' OR "reason" IS NOT NULL);
CREATE UNIQUE INDEX "membership_requests_open" ON "membership_requests" ("person_id", "unit_id") WHERE "outcome" IS NULL;
CREATE INDEX "membership_requests_waiting" ON "membership_requests" ("unit_id", "asked_at", "id") WHERE "outcome" IS NULL;

-- An invitation opens an account that is there, or gives a role in a unit or a department.
ALTER TABLE "invitations"
  ADD CONSTRAINT "invitations_reached" CHECK ("email" IS NOT NULL OR "phone" IS NOT NULL),
  ADD CONSTRAINT "invitations_role" CHECK ("role" IN ('applicant', 'unit', 'department')),
  ADD CONSTRAINT "invitations_about" CHECK (("person_id" IS NULL) = ("role" IS NOT NULL)
    AND ("unit_id" IS NOT NULL) = ("role" IS NOT NULL AND "role" <> 'department')
    AND ("department_id" IS NOT NULL) = ("role" IS NOT NULL AND "role" = 'department')),
  ADD CONSTRAINT "invitations_accepted" CHECK (("accepted_at" IS NULL) = ("accepted_by" IS NULL)
    AND ("accepted_at" IS NULL OR "withdrawn_at" IS NULL));

-- A table of departments, units or people, row by row: what it would do, and what became of it.
ALTER TABLE "directory_imports"
  ADD CONSTRAINT "directory_imports_kind" CHECK ("kind" IN ('departments', 'units', 'people', 'experts')),
  ADD CONSTRAINT "directory_imports_campaign" CHECK (("kind" = 'experts') = ("campaign_id" IS NOT NULL)),
  ADD CONSTRAINT "directory_imports_delivery" CHECK ("delivery" IN ('letters', 'sheets')),
  ADD CONSTRAINT "directory_imports_undone" CHECK ("undone_at" IS NULL OR "applied_at" IS NOT NULL);
ALTER TABLE "directory_import_rows"
  ADD CONSTRAINT "directory_import_rows_line" CHECK ("line" > 0),
  ADD CONSTRAINT "directory_import_rows_verdict" CHECK ("verdict" IN ('new', 'changed', 'same', 'wrong')),
  ADD CONSTRAINT "directory_import_rows_outcome" CHECK ("outcome" IN ('applied', 'already', 'moved', 'undone', 'kept')),
  ADD CONSTRAINT "directory_import_rows_right" CHECK (("verdict" = 'wrong') = ("after" IS NULL));
CREATE INDEX "directory_import_rows_waiting" ON "directory_import_rows" ("import_id", "line")
  WHERE "outcome" IS NULL AND "verdict" IN ('new', 'changed');

ALTER TABLE "unit_registrations"
  ADD CONSTRAINT "unit_registrations_outcome" CHECK ("outcome" IN ('accepted', 'refused', 'withdrawn')),
  ADD CONSTRAINT "unit_registrations_decided" CHECK (("outcome" IS NULL) = ("decided_by" IS NULL)
    AND ("outcome" IS NULL) = ("decided_at" IS NULL)),
  ADD CONSTRAINT "unit_registrations_reason" CHECK ("outcome" <> 'refused' OR "reason" IS NOT NULL),
  ADD CONSTRAINT "unit_registrations_second_person" CHECK ("outcome" <> 'accepted' OR "decided_by" <> "person_id");
CREATE UNIQUE INDEX "unit_registrations_open" ON "unit_registrations" ("person_id", "credit_code") WHERE "outcome" IS NULL;
CREATE INDEX "unit_registrations_waiting" ON "unit_registrations" ("asked_at", "id") WHERE "outcome" IS NULL;

ALTER TABLE "name_changes"
  ADD CONSTRAINT "name_changes_outcome" CHECK ("outcome" IN ('accepted', 'refused', 'withdrawn')),
  ADD CONSTRAINT "name_changes_decided" CHECK (("outcome" IS NULL) = ("decided_by" IS NULL)
    AND ("outcome" IS NULL) = ("decided_at" IS NULL)),
  ADD CONSTRAINT "name_changes_second_person" CHECK ("outcome" <> 'accepted' OR "decided_by" <> "person_id");
CREATE UNIQUE INDEX "name_changes_open" ON "name_changes" ("person_id") WHERE "outcome" IS NULL;

-- One asks and another decides, and neither for themselves: who is the only operator decides alone, at once.
ALTER TABLE "account_requests"
  ADD CONSTRAINT "account_requests_kind" CHECK ("kind" IN ('role', 'second_factor', 'erasure')),
  ADD CONSTRAINT "account_requests_outcome" CHECK ("outcome" IN ('confirmed', 'refused')),
  ADD CONSTRAINT "account_requests_role" CHECK (("kind" = 'role') = ("role" IS NOT NULL)),
  ADD CONSTRAINT "account_requests_reason" CHECK (("kind" = 'erasure') = ("reason" IS NOT NULL)),
  ADD CONSTRAINT "account_requests_not_own" CHECK ("requested_by" <> "person_id" AND "decided_by" <> "person_id"),
  ADD CONSTRAINT "account_requests_decided" CHECK (("outcome" IS NULL) = ("decided_by" IS NULL)
    AND ("outcome" IS NULL) = ("decided_at" IS NULL));

-- Who read, signed in or was given a role. What is the same in everything is written once in ten minutes of the clock, so
-- that looking again and again does not fill the log; every period in which somebody looked has its entry. The trigger that
-- forbids changes is below, with that of the events.
ALTER TABLE "access_log"
  ADD CONSTRAINT "access_log_kind" CHECK ("kind" IN ('dossier', 'file', 'identity', 'objector', 'certificate', 'invitation', 'sign_in', 'sign_in_failed', 'role_granted', 'role_removed', 'sign_on_released', 'erased', 'campaign_file')),
  ADD CONSTRAINT "access_log_reader" CHECK ("person_id" IS NOT NULL OR "kind" IN ('sign_in_failed', 'certificate'));
CREATE UNIQUE INDEX "access_log_once" ON "access_log" ("kind", "person_id", "subject_id", "application_id", "object", "address",
    "roles", md5("reason"), date_bin('10 minutes', "at", '2000-01-01T00:00:00Z'::timestamptz)) NULLS NOT DISTINCT
  WHERE "kind" IN ('dossier', 'file', 'identity', 'objector', 'invitation', 'sign_in_failed');

-- 逐级报送 has at most ten levels.
ALTER TABLE "unit_chain" ADD CONSTRAINT "unit_chain_level" CHECK ("level" BETWEEN 0 AND 9);

-- ---------------------------------------------------------------- finding people and units by part of their name

-- Trigrams know no Chinese in every locale, so each name has its keys: what is left of it from every character on, and the
-- same of its pinyin initials. A part of a name is the beginning of one of them. Triggers write the keys, so that nothing
-- which names a person or a unit can forget them.

-- A name as it is searched: width, case, accents, spaces and middle dots do not count.
CREATE FUNCTION "searched_text"("name" TEXT) RETURNS TEXT IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS $$
  SELECT lower(regexp_replace(normalize("name", NFKD), '[[:space:]\u00b7\u2022\u2027\u30fb\uff65\u0300-\u036f.．。'']', '', 'g'))
$$;

-- The initial of a character's usual reading, U+4E00 to U+9FFF in their order (Unihan kMandarin); itself where it has none.
CREATE FUNCTION "pinyin_initial"("character" TEXT) RETURNS TEXT IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS $$
  SELECT CASE WHEN ascii("character") BETWEEN 19968 AND 40959 THEN translate(chr(get_byte((
      'ydkqsxhwzssxqbymgcczqpssqbycdscdqldylybsgjgypzjjfgcclzzbwdwzjljpfyynwjjtmyyzwzhflyppqhgccyhynjqyxxgjx.sdsjnjjs'
      'mhml.rxyfsnqsyzzqzgqllyjlgyzssecykyyhqwjssggyxyqyjtwkdjhychmyxjtlxjyqbyxdldwrrjjwysrldzjpcbzjjbrcfjlbczstzfxxt'
      'htrqgybdlyccscymmrfcyqzpwwjjyfcrwfdfzqpyddwyxkyjawjffxjpdftzyhhycyswccyqsclcxxwzcxnbgnnxbxlzsqsbsjpysyzdhmdzbq'
      'bzcwdzzyytzhbtsyyfzgntnxqywqykbphglxgybfmjebjhhgqtjcysxstkzglyckglysmzxyalmeldccxgzyrjxsdltjzcqkcnnjwhjczzcqlj'
      'ststbnxbtyxceqxgkwjyflzqlyhjqspsfxlfpbysxxxydcczylllsjxfhjxpjbcffyabyxbhczbjyclwlczggbtssmdtjcxpthyqtgljscjfzk'
      'jzjqnlzwlslhdzbwjncjzyzsqnycqyrzcjjwybrtwpyftwexcskdzctbxhyzcayjxzcfbzzmjyxxcdczottbzljwfckszsxfyrlnygmbdthjxs'
      'qqccsbxrytsyfbjdztgbcnclcyzzpsacyzqscjcshzqydxlbpjllmqxtydzxsqjtzpxlcglqdcwjbhctdjjsfxyejjtlbgxsxjmyjjqpfzasyj'
      'ncydjxkjcdjszcbartcclnjqmwnqnclllkbybzzsyhqcltwlccrshllzntylnewyzyxczxxgdkdmtcedeqtsyys.d.d..sd.j.hrwnqlybglxh'
      'lgtgxbqjdz.yjsjyjcjmrnymgrcjczgjmzmgxmmryxkjnymsgmzzymklfxmbdtgfbhcjykylpfmdxlqjjsmtqgzsjlqdldgjycalcmzcsdjlln'
      'xdjffffjczfmzffpfkhkgdpkxktacjdhhzdddrrcfqyjkqccwjdxhwjlyllzgcfcqdsmlzpbjjplsbcjggdckkdezsqcckjgcgkdjtjllzycxk'
      'lqccgjcltfpcqczgwbjdqydjjbyjhsjddwgfsjgdkccctllpspkjgqjhzzljplgjgjjthjjyjzczmlzlyqbgjwmljkxzdznjqsyzmljlljkywx'
      'mkjlhskjgbmclyymkxjqlbmclkmdxxkwyxwslmlpsjqjjqxyqfjtjdxmxxllcrqbsyjbgwy.xggbcyxpjtgpepfgdjgbhbncfjyzjkjkhxqfgq'
      'zkfhygkhdkllsdjjxpqykybnqsxqnszswhbsxwhxwbzzxdmndjbsbkbbzklylxgwxjjwaqzmywsjqlcjxxjqwjeqxscwetlzhlyyysdzpyqyzc'
      'mtlshtzcfycyxyljsdcjjagyslcllyyysglqqq.ldxzsccccadycjysfsgbfrlszqsbxjpsjwsdrckgjlgdkzjzbdktcsyqpyhstcldj.hmxmc'
      'gxyzhjdctmhltxzxylamohyjcltyfbqqjbfbdfehtksqhzywwcnxxcdwhhwgyjlegwdmcwgfjhcsntfydolbyghqwesjpwnmlrydzsztxyqpzg'
      'cwhhnxpyhshmdqzxztdppbfyhzhhjyfdzwkgkzbldntsxhqeegzxylzmmzyjzgszxhhkhtxexxwylyapsthxdwhzydpxagkydxbynhxkd.jnmy'
      'hylpmgocslnzhkxxlbzzlbmlsfbhhgcgyyggbhscyajtywlxtzqcwzydqdqm.gd.llszhlsjzwfyhqswscelqajynytlsxthazgkzzsdhlacqt'
      'wwcdgqqtddyzbcchyqzflxpslzygpzsznglydqtbdlxjtctajdkywnsyzljhhdzcwnxyzywmhychhhxhjkzwsxhdyxlyscqydpclyzwmyp.kxy'
      'jlkzhtyhaxqsysgxasmchkdscrswjpwxsgzjlwwschs.hsqnhzsngndaqtbaalzzmsstdqjcjktscjaxplggjhhgoxzcxpdmmhldgtybysjmxh'
      'mrzplxjzckzxshflqxctdhxezfchzccdjtcjyxqhlxdhypjqxnlsyydzozjnyxqezysjyayjkypdgxddxsppyzndlthrhhydxzjjhtcxmctlhb'
      'ynyhmhzllxnamylllpdcppxhmxdkycyrdltxjchhznxzlcclylnzsxzjzzlnn.lwhyqsnjhxyntttkyjpychhyegkcwtwlgqrlggtgtygyhpyh'
      'ylqyqgcwyqkpyyyttttlhyhlltyttsplkyzxgtwgpydqqzzdqxskcqnmjjzzbxyqmjrtffbtkhzkbjdjjkdjjtlbwfzpptkqtztgpdwntpjyfa'
      'lqmkgxfdclzfhzclllladpmxdjhlcclgyhdzfgyddgcyyfgydxkssebdhykdkdkhnaxxybpbyyhxccgabdqyjxdmljcsqzllpchbsxgjyndyby'
      'qspqwjlzktddtaccbkzdyzypjzqsjnkktknjdjgyepgtlfyqkasdntcyhblgdzhbbydmjragkzyheyybjmcdtyfzjjhgcjpljhldwxjjkytcyk'
      'sssmtwcttqzlpbszdtwzxgzagyxtywxlhlcpbclloqmmzsslcmbjqsdzkydczxgqjdsmcytzqqlwzqzxssfpktfqmddzdsddtdwfhtdyzjaqjq'
      'kypbdjyyxtljhdrqxlxhaydhrjlklytwhllrllrcxylbwsrszzsymkzzhhkyhxksmcsyzgcjpbzbsqlfcxxxnxkxwwmsddyq.ggqmmyhcdcttf'
      'gyyhgstttybykjdhkyjbelhdypjqnfxfdqkzhqkzbyjtzbxhfdxbdaswhawajldyjsfhbldnndnqjtjnchxfjsrfwhzfmdrfjyhwzpdjkzyjym'
      'fcyznynxfbytfwfwygdbnzzzdnytxzemmqbsqehxfzmbmflzzsrsymjgsxwzjsprydjsjgxhjjgljjynzzjxhgjkymlpeyycxysgqzswhwlyrj'
      'lpxslcxmfswwkcctnxnynpnjszhdzeptmmwywxyysywlxjqzqxzdclaeelmcpjpclwbxsqhfwwtffjtnqjhjqdxhwlbyzcfjlnlhyyjldxhhyc'
      'stdywnrjtxywdrmdrqhwqcmfjdyzmhmayxjwmyzqtxdlmrspwwchajbxtgcypxyyrrclmpamgkqjszyjrmyjsnxtplnbappypylxmyzkynldgy'
      'jzczhnlmzhhanqmpgwqtzmxxmllhgdzxyhxkrxycjmffxyhjfsbssqlqxndycannmtcjcyprrnytyqnyymbmsxndlylysljnlqysxhmllyzlzj'
      'jjkymzcsfbzxxmstbjgnxyzhlsnmcqscyznfzlxbrnnnylmnrtgzqysatswryhyjzmzdhzgzdwybsscskxsyhytsxgcqgxzzbhyxjscrhmkkbs'
      'cjjyjymkqhzjfnbhmqhysnjnzybknqmclgqhwlsnzswxkhljhyybqcbfcdsxdldspfzfskjjzwzxsddxjseeegjscssmgclxxhwwyllymwwwgy'
      'dkzjgggtggsycknjwnjpcxbjjtqtjwdsspjxzxnzxwmelbtfsxtllxcljxjjljsxctnswxlahhhyqrwhsycsqrybyaywjejqfwqcqqcjqgxald'
      'bzzyjgkgxpltqyfxjltpadkyqhpmatldpdzkxmtxybhblefxdleegqdymsawhzmlftwyqxlyqzljeeyxbqqffnlyxrdsctgjgxywlkllxqkcct'
      'lhjlqmkkzgcyygllljdzgydhzwxpysjbzjdzgyzzhywyfqytyzszyezklymhjjhtsmqwyzlkyywzcsrkqyqltcxwcdrjalwskzwbdcqyncjsrs'
      'zjlkcdcdtlzzzacqqwzddxyplxcbqjylzlllqdtzjjyjyjzyxnyyynxjxkgdazwyrdljyyyrjlxlldyxjcykywnqcclddnyyykyckczhjxcclg'
      'zqjgjwggcqqjysbzzxyjxj.xjfzbsbdsfnsfpzxhdwztdmpptflzzbzdmyypqjrsdzsqzsqxbdgcpzjwdwcsqzgmzhzzmwwfybpdgphtmjthzs'
      'mmbgzmbzjcfzhfzbbzmqcfmbcmcjxlgpnjbbxgyhyyjgptzgzmqbqdcgybjxlwzkydpdymgcftpfxyztzxdzxtgkmtybbclbjaskytssqyymsc'
      'xfjeglsllszbqjjjaklyldlycctsxmcwfgkkbqxlllljyxtyltyxytdpjhnhgnkbyqnfjyyzbyyessessgdyhfhwtcjbsdzjtfdmxhcnjzymqw'
      'srxjdzjqptqbbsdjggfbkjbxdgqhmgwjjjgdllthzhhyyyyyhsxwtyyyccbdbpypzyccztjpzywcbdlfwzcwjdxxhyhlhwczxjtcclcdpxdjcz'
      'czlyxjjsjbhfxwpywxzptdzzbdccjhjhmlxbqxxbylrddgjrrctttgytczwmxfytmmzcwjwxjywcskybzqccttqnhxnkxxkhkfhtswoccjybcm'
      'pzzykbnnzpbthhcdlsyddytyfjpxyngfxbyqxcbhxcbsxtyzdm.ysnxsxlhkmzxlthdhkghxxsshqyhhcjyxglhzxcsnhekdtgqxqypkdheqty'
      'kcnymyyypkqyytjxzlthhqtbyqhxbmyhsqckwwyllhcyylnneqxqwmcfbdccmljggxdqktlxkgnqcdgzjwyjjlyhhqdttnwchhxcxwheszjydj'
      'ccdbqcdgdnyxzdhcqrxcbmztqcbxwgqwyybxhmbymykdyecmkkyaqyngycslfykkqgyssqyshjgjcnxkzycxsbkyxhyylctycxqthysmgscpmm'
      'gcccccmtztasmgqzjhklosjylswtmqsyqkdzljqqyplcycztcqqpbbqjzclpkhqcyyxxdtdddsjcxffllchqxmjlwcjcxtspycxndtjshjwxdq'
      'qjckxyamylsjhmlalygxcyydmamdqmlmcznnyybzkkyflmchcmlhxrcjjhsylnmtjggzgywjxsrxcwjgjqhqzdqjdzjjzkjkgdzqgjjyjylxzh'
      'xcdqhhhestmhlfsbdjsyyshfyssczqlpbdrfrztzdkyyhsctgkwdqzrkmsynbcrxqbjyfbxpzzedzcjykbcjwhyjbqdzywnyszptdkzpfpbazt'
      'klqyhbbzpnbptyzzybhnydcpjmmcycqmzjfzzdcmnlfpbplngqjtbttajzpzbbdnjkljqylnbzqhksjznggqsczkyxchpzsnbcgzkddzqanzgj'
      'kdntlzldwjljzlywtxndjzjhxyatncbgtzcsskmnjbjytsrwxcpjwjjtkhtzplbhsnjzsyjbwbzyzlstlsbjhdwwqpslmmfbjdlajyzccjtbnn'
      'rzwqxcdslqgdsdpdzhjtqqpsqlyyjzlgnhyzlctcbjtktyczjtqkbpjlgmjzdmcsgpynjzjjyyknhrpwszxmtncszzyxhbyhyzaxywkcjdllck'
      'jjtjhgcxdxyjyczbywblwqcglzgjgqrqcczssbcrpcskydznljsqgxssjmecnstjtpbdlthzwhqwqtzexnqczgwesgssbybstscsjccgbfsdqs'
      'zlccglllzghzqthcnmjgyzaznmckcstjmmzckbjygqljyjppldxrgzyxccsnhshhdznlchzjjcddcbcjxlbfqbczzwpqdnhxljcthqzjgylnls'
      'zzpcjdscqqhjqkdxkpbajyemsmjtzdxlcjyryynhjbngzzkmjxltbsllrtpylcsznxjhllhyllqqzqlxymrcwcxsljmczltzldwdjjllnzggjx'
      'ppskygyggbfzpdkmwghcxmcgdxjmcjsdycabxjdlnbcddygskydqtxdjjyxmsaqazdcfslqxyjsjzylblxxwxqqzbjzlfbblylwdsljhxjyzjw'
      'tdjcyfqzqzzdzsxzzqlzcdzfchwspympqzmlpplffxjjnzzylsj.yqzfpfzksywjjjhrdjzzxtxxglghtdxcskyswmmtcwybazbjkshfhgcxmh'
      'fqhyxxyzftsjyzbxyxpzlchmzmbxhzzssyfymncwdabazlxktcshhxkxjjzjsthygxsxyyhhhjwxkzxssbzzwwhhcwtzzzpjxsnxqqjgzyzawl'
      'lcwxzfxgyxyhxmkyydwsqmnjnaycyspmjkhwcqhylajjmzxhmmcnzhbhxclxtjpltxyjhdyylttxfszhyxxsjbjyayrsmxyplckdlyhlxrlnll'
      'styzyyqygyhhsccsmzctzcxhyqfbyyrpbflfqtntszlljmhwtcjqyzwtllmlm.wmbzzs.zrbpdddlgjjbxccsrzqqygwcsxfwzlxccrstdzmcy'
      'ggdyqsgtjmwljmymmsyhbbjdgyxccpshxnzcsbsjwjgjmppwaffyfnxhydxzylremzgzcyhsszdlljcsqfzxxkptxzgxjjgbmyyysnbtylbnlh'
      'pfzdcyfbmgqrrmsszxysgtznnyddzcdgbjafjbdknzblcsszbsgcycjszlmlrszbzzldl.llysxsqcqlyxzlsgkbrxbrbzcycxzjzeeyfgklzl'
      'yyhgzsgzlfjhgtgwkraajyzkzqtsshjjxdcyz.yjlzyrzdqqhgjzxsscbtgjbbfrtjxllfqwjgslqtymblpzdxtzagbdhzzrbgjhwnjtjxlksq'
      'fsmwlldqysjtxkzscfwjlbxftzlljzllqblcqmqqcgcdfpbbhzczjlpyygjdtgwdcfczqyyyqysrclqzfklzzzgffcqnwglhjycjjszlqzzyjb'
      'jzzbpdccmhjgxdqdgdlzq.fgpsytsdyfwwdjzhysxyycjcyhzwpbygxrylybhkjksfxtjjmmckhlltnyymsyxyzpdjjycdycwmdjjkqyrhllqx'
      'psgtlwycljscbxjyzfnmlrgjjtyzbsyzmsjyjhgfzqmsyxrszcwtlrtqzsstkxgqggsptgcdnjsgcqcqhmxggztqydjkzdlbzsxjlhrqgggthq'
      'scpyhjhhgnygkggcmjdzllcclxqsftgzslllmlcskccbljzzszmmnytpzsxqhjcjyqxyexzqzcpshgzzysxcdfgmwqrllqxrfztlystctmjcsj'
      'jthjnxtnrztzfqrhqgllgcxszzjdjlxcytsjtlnyxhszxcgjzyqpylfhdjsbpcczgjjjqzjqdybssllcmyttmqtbhjqnnygjynqyqmzgcjkpdc'
      'gmyzhqllsllclmholzgdylfzsljcqzlylzcjeshnyllqxgjxlyjyyyxnbcljsswcqqcjyllcldqyllzllbnylgqchxyyqoxccqkyjxxhyklksx'
      'aqqccqkkkkcsgyxxyqxygwtjohthxpxxxxslcyeychzzcbwqbbwjqzscszsslzylgdesjzwmymcytsdsxxscjpqqsqylyfzychdjdzywcbtjsy'
      'cjkcyddjlbdjjsodzyqysqkyxdhhgqjyohdyxwgmmmajdybbbppbcmhcbljzsmtxerxjmhqdstpjdcbssmsssthjtslmmtrcplzszmlqdsdmjm'
      'qpnqdxcfynnfsdqqyxhyaykqyddlqyyysszbydslntfgtzqbzmchdhczcwfdxtmqqsphqwwxsrgjcwtjtzzqmgwjjrjhttjbbgwzfxjhnqfxxq'
      'ywyyhyscdydhhqmnmtmmchbszppzzgpmzfollcfwhmmsjzttdhlmyffytzzgzyskjjxqyjzqbhmbzclyghgfmshpcfzsnclpbqsnjyzslxjfpm'
      'tyjygbxlldlxpzjypjyhhzcywhjylsjexfsszywxkzjlladyslymqjpwxxhxsktqjezrpxxzghmhwqpwqlyjjqjjzszcfhjlchhnxjlqwzjhbm'
      'zyxbdhhypylhlhlgfwlcfyytlhjjcjmscpxstkpnhjxsntyxxtestjctlsslstdlllwwyhdhrjzsfgxssyczykwhtdhwjslhtzdqdjzxxqggyl'
      'tzphcsqfzlnjtclzpfstpdynylgmjllycqhynsbchylhqyqtmzybbywrfqykjsyslzdyjmpxyyssrhzjnyqtqdfzbwwdwwrxcwhgyhxmkmyyyh'
      'msmzhngcepmlqqmtcwctmhpxjpjjhfxyyzsjzhtybmstsyjdtqqqytlhynbyqzlcxcnzwsmylkfjxlwgbypjytysylymzcktdwlgsmzsylmpwl'
      'zwxwqzssazsyxyrhssntsrapccpwcmgdhhqzdzxfjhgzttsbjhgyzlzysmyclllybtyxhbbzjkssdmalhhycfygmqypjycqxjllljgclzgqlyc'
      'jcctotyxmtmshllwcgfxymzmklpszzcxhhjyslctyjcyhxsgyxckxlzwpyjpdhjwpjpwsqqxlxxdhmrslzcyzwttcxkystzshbsccstplwsscj'
      'chjlcgcjssphylhfhhxjsxallnylmzdhzxylsxlwzykcldyahzcmgdyspjtqjzlngjpsjshctsdszlblmssmnyymjqbjhrcwtyydchqljapzwb'
      'gqybkfcmjwlzllyylszydwhxpsbcmljpscgbhxlqhyrljxyswxhxzlldfhlslymjlzyflyjycdrjlfsyzfsllcqyqfgjyhyszlylmstdjcyhbz'
      'llnwlxxygyyhhmgdhxxhhlzzjzxczzzcyqzfnjwpylcpkpyypmclqkdgxzggwqbdxzzkzfbxxlzxjtpjpttbytszzdwslchzhsltjxhqlhyxxx'
      'ywzyswtmzkhlxzxzpyhgchkjfsyh.tjrlxfjxptztwhplyxfcrhxshhkjxxyhzjdxjwylhyhmjtbflkhtxcwhcfwjzfpqrxqxcyyyjygrpxgsc'
      'sxngqchkzdxhflxxhjjbyzwtqxxncyjjymswyjqrmhxzwfqsylzjzgbhynshbgttcsebhxxwxyhhxyxxsqyxmlywrgyqlxbbcljsylfcytjzyh'
      'yzawlhorjmksczjxxxyxchcytryxqjddsjfslyltsffyxlmtyjmzjyyyxltzcsxqzlhzxlwyxzhdnlxxhxjcdyhlbrlmbrllaxksllljlyxxly'
      'crylcjcgqcmtlzllcyzzpzpcyawhjjfybdyyzsepckzdqyqpbpcjpdcyzbdbbcyydycnnpjmtmlrmfmmgwygbsjgyksmdqqqztxmkqwgxllpjg'
      'tbqcdjjjfpkjkcxbljmswmdtqjxldlppbxcwkcqqbfqjczagzgmykphyyfzykndkzmbpjyxpxthlfpnyygxjdbkxnhhjhzjxstrstldxskzysy'
      'bmxjlxyslbzyslhxjpfxbqnbylljqkygzmcyzzymccsl.lhzgwfwyxzmwcxtynhjhbyymcysbmhysmhdyshqyzchmjjmzcaahcfjbbhplxtyls'
      'xsdjgjdhkxxtxxnbhnmlngsltxmrhnlxqjxmzllyswqgdlbjhdcgjyqyymhwfmjybbbyjmjwjmdpwhxqldyapdfxxbcgjspckrssyzjmslbzzj'
      'fljjjlgxzgyxyxlszqyxbexyxhgcxbpldyhwecdwwcjmbtxchxyqxllxflyxlljlssfwdbzcmyjclmsytczbchqekcqbwlcgydblqppqzqfjqd'
      'jhymmcxtxdrmjwrhxcjzclqxdyynhyyhrslsrsywwzjymtltllgtqcjzyabtckzcjyccqljzqxalmzyyyzlwdxzxqdlljshgpjfjljhjabcqzd'
      'jgthhsstcyjlbswzlxjxrwgldlzrlzqtgsllllzlymxqgdzhgbdbhzpbrlw.x.bpfdwo...hlypc.jcc.dwbzpbzz.cyqxldomzblzwpdwyygd'
      'stthcsqsccrsssyslfybbntyjsydfndpthtzzmbbmxlcmyffgtjjqwftmdpjwdnlbzcmmczgbdzlqlfyfhssmjylsdchdzjwjcctljcldtljjc'
      'pddpjdssdynndbjlggjzxsxnlycybjjqycbylzcfzppgkcxzdzfztjjfgsjxzbnzyjqttyjwhtyczhymdjxttmpxsplzcdwslshxybzgtfmmcj'
      'tacbbmgdkwycyzcdszzyhflyctygwhkjyylsjcxgywjcbllcsnddbtzbsclyzczzssqdllmqyyhfllqllxfdyhabxggnywyypllsdldllbjcyx'
      'jzmlhljdxyyqytdlllbbgbfdfbbbjzzmdpjhgclgmjjpgaehhbwcqxaxhhhzchxyphjaxhlphjpgpzjqcqzgjjzzgzdmqyybdzphyhybwhazyj'
      'hykfgdpfqsdlzmljxjpgalxzdaglmdgxmmzqytxdxxpfdmmssympfmdmmkxksyzyshdzkjsysmmzzzmsydnzzczxbplstmddnmxckjmztyymzm'
      'zzmsqhhdccjemxxkljstgwlsqlyjzllsjssdbpmhnlyjczyhmxxhhzcjmdhxtkgrmxfwmcgmwkdcksxqmmmfzzydkmsclcmpcgmwspxqpzdssl'
      'cjkyxtwlgjyahzjgzqwcsnxyhmmpmlkjxmhlmlgmxctkzmjjyszjsyszhsyjzjcdajzybsdqjzgwzkgxfkdmsdjlfmehkzqkjpeypzyszcdwyj'
      'ffmzjylttdzzefmzlbnpplplpbpszalltylkckqzkgenqlhagyxydpxlgsxqqwq.kxqclhyxxmlyccwlymqysky.hlcjnszkpyzkcqzqljbdhd'
      'jhlasqlbydwqlwdnbqcryddztjybkbwszdxdtnpjdtctqdfxqqmgnseclstbhpwslctxxlpwydzklzygzcqapllkccylbqmqczqcljslqzdjxl'
      'dthpjqdljjxzqdjyzhkzljcyqdyjppypeakjyrmpcbymcxkllzllfqpylllmbsgjcysslrsysqtmxyxqqzbdzrysyztffbzzsmzqhzssccmlyx'
      'wtpzgxzjgzgsjsgkddhtqggzllbjdzlcbchyxyzhzfyxxyzymsdbzzyjgtsmtfxqyxjssdgslnmdlrytzlryylxqhtxsrtzcgzxbnqqzfhykmz'
      'jbzymkbpnlyzpblmcnqyzzdsjzhjctshhyzzjrdyzhnfxglfxslkgjtctssyllgzrzbbjzzklpkbczyslxyxbjfpnjzzxcdwxzyjxzzdjjgggr'
      'srjkmsmzjlsjywqs.yhqjsxpjztzlsnshrnypjtwchklbsrzlcxwjqxqkysjycztlqzybbybwkjqdwwyzcytjcjxckcwdkkzhsgkdzxwwyyjqy'
      'ytcytdjlxwkcckklcclzcqqdzlqlcsfqchqhsfsmqzzllbjjzbsjhtsjdysjqjpdlzcdcwjkjzzlpycgmzwdjjbsjqzsyzyhhxcbbjydssddzn'
      'cglqmbtsfcbfdzdlznfgfjgfsmptjqlmblgqcyyxbqkdjjqsrfkztjdhczklbsdzcfytplljgjhtxzcsszzxstcygkgckgyoqxjplzpbbgtgyj'
      'zgczjszlbjlsjfzgkqqjcgyczpzqtldxrjxbsxxpzxhszyclwdxjjhxmfczpfzhqhqmqgkylyhtycgfrzgnqxcgpdlbzcsczqlljblhbdcypzz'
      'ppdymtzsgyhckcpzjgslclnscdsldzxbmsdlddfjmkdjdhslzxlszqpqpgjllybdszgqlbzlslkyyhzttncjyqtzzfszqztlljtyyllqllqyzq'
      'lbdzlslyyzymdfszsnhlxznczqzbbwskrfbcyzmthblgjpycnzcstlxshtzcyzlzblfeqhlxflcjlyljqcbzlzjghsstbrmhxzhjzclxfnbgxg'
      'tqjcztmsfzkjmssnxljkbhszxntnlzdntlmsjxgzjgjczxyhyhwrwwqnztnfjscpzshzjfyrdjsfscjzhjfzqzchzlxfxsbzqlzsgyfttdcszx'
      'zjbqmszkjrhxjzcgbjkhcggtjkjqglxbxfgtrtylxjxgdtsjxhjzjjcwzlcqsbtxhqgxtxxhxftsdkfjhzyjfjxrzcdlljcqsqqzjwqxswqtwg'
      'wbzcgcllqzbclmqjtzgzxzxljfrmyzflxyszxxjkxrmjdzdmmyxbsqbhgzmwfwtgmxlzbyytgzyccdxyzxswg.yjyznbgpzjcqsyxcxrtfyzgr'
      'hztxszzthcbfclsyxzlzqmzlmplmxzjssflbysmyqsxjzxrxsqzzzssljflczjrcrxhhzxqwdshxsjjhqcxjbdynsysxjbqlpxzzpymlxzkyxl'
      'xcjlcycrxzzlldlllsjyhzxhyjwkjrwyhcpsgnrzlfzwfzznsxgxflzsxzzzbfcsyjdbrjkrdhhgxjljjtgxjxxstjtjxlyxqfcsgswmsbctlq'
      'zzwlzzkxjmltmjwhsddbxgzhdlbmyjfrzfsgclyjbpmlysmsxlszjqqhjzfxgfqfqbpxzgyyqxgztcqwyltlgwwwwhwlfsfgzjmgmgbgtjfsyz'
      'zgzyzaflsspmlbflcwbjzcljjmzlpjjlymqdmylyfbgygqzmlyzdxqyxrqqqhsxyyqqygjtyxfsfsllgnqcyhycwfhcccfxbylypllzqxxxxxk'
      'qhhxshjzcfdsczjxcpzwhhhhhapylhalpqafyhxdyllkmzqgggddesrenzltzgchyppcsqjjhclljtolnjpzljlhymheydydsqycddhgzpndzc'
      'lzywllznteytgxlhslpjjbdgwxpcdntjcklkclwkllcasstknzdnqnttlyyzssysszzryljqkcgbhhcrxrzydgrgcwcgzhffbppjfzynakrgyw'
      'yqpqxxfkjtszzxswzddfbbqtbgtffznpzfpzxzpjszbmqhqcyxyldkljnypkygggdcjxxeahpnzgztzcmxcxmmjxnkszqnmnlwbwwxjjrhclst'
      'mcsjdzcxxtpcnpdtnnpglllzcjlspblpgjcdtnjnlyyrszffjfqwdpgzdwmrzcclodaxnssnyzrestyjwjyjdbcfxnmwttbqlwstszgybljpxg'
      'lboclgpcbjftmxzljylzxcltpnclckxtfzjswcrxsfyszdkntlbyjcyjllstgqcbxnwzxbxklylhzlqzlnzcqwgzlgzjncjgcmnzzgjdzxtzjx'
      'ycyycxxjyyxjjxsssjstssttppghtcsxwzdcsyfptfbchfbblzjclzzdbxgcxlqpxkfzflsyltywbmnjhskbmddbcysccldxycddqlyjjhmqll'
      'csgljjsyfpyycayldjantqjpwycmmgqyysxdhqmzhszxpftwwzqswqrfkjlxjqqyfbrxjhlfwjgzyqacmyfrhccybyqwlpexcczsdyrlttdmql'
      'ykmbbgmyyjprkznpbsxyxbhyzdjdnghpmfsgbwfzmfqmmbzmzzcjjlcnyxyqgmlrygqccyhzlwjgcjchgmcjjfyzzjhycfrrcmtzqzxhfqgdjx'
      'ccjeaqcrjyhpljlszdjrbcqhqdzrhylyqjsymhzydwldfryhbbydtssccwbxglpzmlzztqsscpjmmxjcsjytycwhycjwynsxlpemwjnmkllswt'
      'xhyyy.cmmcwjdqdjzglljwjnkhpzggflccsczmcbltbhbqjxqdjpdjqtghglfqawbzyzjltstdhqhctcbchflqmpwdshyytqwcnztjtlbypbpd'
      'yyyxsqkxwyyflxxncwcsybmaelykkjmzzzbrxyaqjfljpfhhhxtzzxsgqqmhspgdzqwbwpjhzjdyjcqwzkthxsqlzyymysdzgrxckkhjlwpysy'
      'scsyzlrmlqsyljxbcxtlhdqzpcycykpppnsxfyzjjrcemhszmsxlxglrwgcstlrsxbygbzgztcpldjlslylymdtmtzpalcxpxjcjwtcyyzlblx'
      'bzlqmyljpghdslssdmhmbdczsxwhamlczcpjmcnhjyjnsygchskqmzzqdllkablwjqsfmocdxjrrlyqzhjmybyqlrhetfjzfrfksryxfjdwdsx'
      'xswsqjyslyxwjhsnlxyyxhbhawhhjcxwmyljcsqlkydttxbzsxfdxgxsjkhsxxybssxdpynzwrptjzczenygcxqfjykjbdmljcmqqxloxslyxx'
      'lylljdzbtymhbfsttqqwlhogyblscalzxqlhtwrrqhlstmypyxjjxmqsjpnbryxyjllyqylthylqyfmlgljdmllhfzwkzhljmlhljklj.tlqxy'
      'lmbhhlnlsxqchxcfxxlhyhjjgbyzzkbxscqdjqdsxjzsygzhhmgsxcsymxfebcqwwrbpyyjqtyqcyjhqqzyhmwffhgzfrjfcdbxndqyzpcykhj'
      'lfrzgpbxzdbbgzqstlgdtylcqmgchhmfywlzyxkjlypjhsywmqqgqzmlzjnsqxjqsyjtcbehsxfssfxzwfllbcyyjdytdthwzzfjmqqyjlmqsx'
      'lldttkhhybfpwdyysqqrnqwlgwdebdwcyygcdlkjxtmxmyjsxhybrwfymwfrxyymxysctzzdfykmldhqdlwyqnlcryjblpsxcxywlsbrrjwxhq'
      'ybhtydnhhgmmywytzcsqmdssccdalwztcpqpyjllqzyjswxwzzmmglmxclmxczmxmzsqtzppjqblpgxjzhbljjhycjsnxwcxsccdlxsyjdcqcx'
      'slqyclzxlzzxmxqrjmhrhzjphmfljlmlclqnldxzlllfypngjysxcqqdcmqjzzxhnpnxzmekmxxykyqlxsxtxjxyhwdcwdzhqyybgybcyscfgf'
      'sjnzdrzzjzxrzrqjjymcanhrjtldbpyzbstjhxxzypfdwfgzzrpymtngxzqbyxmbbfcckrpjjbjegrzgyclkhzdxkknsjkcljspjyyzlqqjybz'
      'ssqlllkjbcbktylccddblsppfylgydtzjyqggkqttfcxbdkdxxhybbfytyhbclpdytgdhryrnjsbtcsnyjqhklllzslydxxwbcjqsbxbfjzjcj'
      'dzfbxxbrmlazgcsnclbjdstblfrz.swsbxbcllxxlzdjzsjpylyxyyfqf.fbhjjjgbygjpmmmpssczjmtlyzjxswxtyledqpjmygqzjgdjlqjw'
      'jqllsdgjgygmscljjxdtygjqjqjcjzcjgdzdshqgsjggcjhqxsnjjzzbxhsgzxcxyljxyxyydfqqjhjfxdhctxjdrxysqtjxyefyyssyxjxncy'
      'zxfxcsyszxyyschshxzzzgzzzgfjdldylnpzgyjyztyqzpbxqbdztzczyxxyhhscxshcggqhjhgxwsctmzmlhyxgebdylzkkwytjzrclekestd'
      'bcykqqsayxcjxwwgsbhjszydhcsjkqcxswxfctynydpzcczjqtzwjqdzzzqzljchlsbhbydxpsxshhezdxfptjqyzzxhyaxncfzyyhxgnxmywx'
      'tzsjbkhhgymxmxqcxtsbcqsjyxhtyylybcqlmmszmjzjllcogxzaajzyhjmchhcxzsxzdznleyjjzjbhzwzzsqtjpsxztdsxjjjznyazphhyys'
      'rrqdthzhayjyjhdzjzlswclybzyecwcycrylcxnhzydzydyjdfrjjhtrsqtxyxjrjhojynxelxsfsfjzghpzsxzszdzcqzbyyklsgsjhczshdg'
      'qgxyzgxchxzjwyqwgyhksseqzzndzfkwysstclzstsymcdhjxxyweyxczaydmpxmdsxybsqmjmzjmtzqlpjyqzcgqhxjhhhxxhlhdldjqcldwb'
      'sxfzzyyschtytyjbhecxhjkgjfxbhyzjfxhwhbdzfyzbcapnpgnydmsxhkmmmamlnbyjtmpxyjmcthjbzyfcgdyhwphftgzzezsbzegpbmdskf'
      'tycmhbllhgpzjxzjgzjyjzsbbqsczzlzccstpgxmjsfdcczjzdjxcybzlfcjsazfgszlybcwzzbyzdzypswyjgxzbdsysxlgzbzfygczxbzhzf'
      'tpbgzgejbstgkdmfhyzzjhzllzzgjqzlsfdjsscbzgpdlfzfzszyzyzsygcxsntxchczxtzzljfzgqsqyxzjqccccdjcdxzjyqjqcgxztdlgsc'
      'xzsyjjqtcclqdqztqchqqjzyezzzpbkkdgfcjfztypqyqttyjlmbdktjcpqzjdzfpjsbnjlgyjdxjdzqkzgqkxdlbzjtcjdqbxdjjjstcjnxbx'
      'cmslyjcqmtjjwwcjjnjnlllhjcwqtbzqyczczpzzdzyddcyzdzccjgtjfcdprntctjdcqtqndtjnplzbcllctdsxkjzqdpzlbznbtjdcxfczdb'
      'ccjjltqqpldcgztbbzjcqdcjwynllzlzccdwllxwzlxrxntqjczxkjlsgdfqtddglrlajjtklymkqlldzytdyyjygjwyxdxfrskstcdenqmrkq'
      'zhhqkdldazfkypbggpzrebzzykyqspegjjglkqzzzslysywyzwfqznlzhlzhwcgkypqgnpgblplrrjyxcccgyhsfzfwfzywtgzxyljczwhxzjz'
      'blfflgskhyjdeyjhlpllllcygxdrzelrhgklzzyhzlyqszzjzqljzflnbhgwlczcfjwspyxnlzlxgccpzbllcxbbbbxbbcbbcrnnzccyrbdsyl'
      'dcgqyyqxygmqzwtzydyjhyfwdehzdjywlccctzyjjcdedpzdztsy.jhdymbjnyjzlxtsstphndjxxbyxqtzqddtjtdyztgwscszqflshlglbcz'
      'bhdlyzjyckwtydylbnydsdsycctyszyyebgexhqddwnygyclxtdcystqmygzasccszzddlcclzrqxyyeljsbymxshztembbllyyllytdqyshym'
      'rqxkfkbfxnxsbychxbwjyhtqbpbsbwdzylkgzskyghxzjhhxjxgnljkzlyycdclfwfghljgjybxblybxqpqgztzplncybxdjyqydymrbesjyyh'
      'kxxstmxrczzywxyhybmcflyzhqyzmqxdbxbzwzmslpdmyckfmzklzcyqyczlhxfzlydqzpzygyjyzmdxdzfyfyttqtchgsfczmlccytzxjcytj'
      'mkslpzhysnwllytpzctzzcktxdhxxtqcypksmqccyyazhtjpcylzlyjbjxtpnyljyynrxcylmmnxjsmybcsysslzylljjgyldzdpqhfzzblfnd'
      'sqkczfyhhgqmrdsxycstxnqqrpyjbfcxdyqfbnxejdgyqbsrcnfyyqpghyjdyzxgrhtkyleqdzntsmgklbsgbpyszbydjzsstjzstxzbhbscsb'
      'zczptqfzmqflypybbjgszmxxdjmtsyskkbjtxhjcegbsmhyjzcxtmljyxrzzqscxxqptzhmkdxxxjcljprmyygadyskqlsadhrskqxzxztcxhz'
      'tlmlwxybwsyctbhjhjfcwzsjwwtkzlxqshlyczjxemplprcgltbzztlzjcyjgdtslklpllqpjmzpapxyzlaktkdnczzbncctdqqzjyjgmctxld'
      'gcszlmlhbglkfbnwzhdxphlfmkyclgxdtwzfrjejctzhydxykshwfzcqshknmqqhtchymjdjskhxzjzbzzxympajqmcdbxlsklyynwrtsqgscb'
      'pdbsgzwyhtlkssswgzzlyytnxjgmjszsxfwnlsoztxgxlsammlbwldqcylakqcqstmycfjbslxclzjclxxksbzqzlhjphqplsxscgslnhpsfqq'
      'xtxjjzlqldxzjjzdyydjnzptfcdskjfsljhylzqjzlbthydgdjfdbyazxdzhzjnhhqbygnxjjqczmlljzkspldsclbblxklelxjlbjycxjxgcn'
      'lcqplzlznjtzljgyzdzpltqcssfdmnycxgbtjdcznbgbqyqjwgkfhtnbyqzqgbkpbbyzmtjdytblsqmbsxtbnpdxklemyycjynzdtldykzzxtd'
      'xhqshygmzsjycctayrzlpwltlkxslzcggexclfxlkjrtlqjaqzncmbqdkkcxglczjzxjhptdjjmzqykqsecqzdshhadmlzfmmzbgntjnnlhbyj'
      'brbtmlbyjdzxltjlpldlpcqdhlhzlycblcxccjadjlmcmmsshmybhbskkbhrsxxjmxsdznzpxlbbrhgghfchgmsklltsjyycqlcskywyehywhb'
      'hqywbawykqldq.tntkhqcgdqktgpkxhcpdhtwtmssyhbwcrwxhjmkmzngwtmlkfghkjyldyycxwhyeclqhkqhttqkhffldxqwytyydesbpkyrz'
      'pjfyyzjceqdzzylattbbfjllcxdlmjsdxegygsjqxcwbxsszpdyzcxdnyxpfzqdlyjccpltxlsxyzyrxcyyydylwwndsahjsygyhgywwaxtjzd'
      'axysrltdpssyxfnejdxyzhlxlllzhzsjnyqyqjxyjghzgjcyjchzlycdshhsgczyjgcllnyzcjyyxnfsmwfpylcyllabwddhwdxjmcxztzpmlq'
      'zhsfhzynstlldywlslxhymmylmbwwkyxyadtxylldjpybpwfxjmmmllhafdllaflbhhhbqqltzjcqjjdjtffkmmmpymhygdcqrddwrqjxnbysn'
      'mzdbxytbjhpybygtjxaahgqdqtmbstqjkbtspkjlxrbeqqhqmjjbdjwtgtbxpgbktlgqxjjjcdhxqdwjlwrfmqgwqhckryswgbtgygbwsdwdwr'
      'fhwytjjxxxjyzyslphyypayxhydqqxshxyxeskqhywbdddpplcjlhqeewjksyykdyplfjthkjltcyjhhjttbltzzcdlthqkcjqysteeywkyzyx'
      'xyysddjkllpwmcyhqgxyhcrmbxpllnqydqhxsxxwgdqbshyllpjjjthyjkyphthyyktyezyenmdshlcrpqfbgfxzbsbtlgxxjbswyysksflxlp'
      'plbbblbsfxfyzbsjssylpbbffffsscjdstzsxtryycyffsyzyzbjtbctsbsdhrtjhbytcxyjeylxcbnebjdsysyhgsjcbxbydfzwgenyhhthjh'
      'axfwgcstbgxklstywmtmbyxjskzsxdyjrcytwxzfhmymcxlznsdjtttxrycfyjsbsdyerxhgjxbbdeynjghxgckgscymblxjmsznskgxfbnbbt'
      'hfjaafxyxfpxmyfhdttcxzzpxrsywzdlybbktyqwqjpzypzjznjpzjlztfysbttslmptzrtdxqsjehbzylzdhljsqmlhtxtjecxslzzspktlzk'
      'qqyfsygywpcpqfhqhytqxzkrsgtgsqczlptxcdyyzssqzslxlzmacpcqbzyxhbsxlzdltcdjtylzjyytpzylltxjsjxhlbmytxcqrblzssfjzz'
      'tnjydxmyjhlhpblcyxqjqqkzzscpzkswalqsplcczjsxgwwwygyatjbbctdkhxhkgtgpbkqyslbxbbckbmllxdzstbklggqkqlsbkkdfxrmdkb'
      'ftpzfrtbbmfeeqgxkjpzsstlbztpszqzsjthljqlzbpmsmmsxlqqnhknblrddnhxdkddjcyygyfxgzlgsygmjqgkhbpmxyxlytqwlwgcpbmjxc'
      'yzydrjbhtdjyejshtmjsbyplwhlzffnypmhxqhpltbqpfbjwjdbygpnxtbfzjgsdctjshxeawzzylltyybwjkgxghlfkxtjtmszsqynzggswqs'
      'phtlsskmclzxyszqqxncjdqgzdlfnykljcjllzlmzznhydsshthxzlzjbbhqzwwycrdhlyqqjbeyfsjxthsrxwjhwpslmssgzttyeyqqwrslal'
      'hmjtqjsmxqbjjzjxzyzkxbyqxbjxshzssfglxyxzxfghkzszggylclsarjxhslllmzxelglxydjytlfbhbpnlyzfbbhptgjkwetzhkjjxzxxgl'
      'ljlstgshjjyqlqzfkcgnndjsszfdbctwwseqfhqjbsaqtgypjlbxbmmywxjslzhglzgnyfljbyfdjfrgsfmbyzhqfbwjsyfyjjphzbyyzffwod'
      'jrlmftmlbzgycqxcdjygzyyyydytydwegazyhxjlzyyhlrmgrjxzclhneljjthtbwjybjjbxjjtjteekhwslzplpsfazpqqbdlqjjtyyqlyzkd'
      'ksqjyyjzldqcgjqyzjsycmraqthtejmfctyhypkmhycwjdcfhyyxwshctxrljgjshccyyyjltkttytmxgtcjtzayyoczlylbszywjytsjyhbys'
      'hfjlygjxxtmzyyltxxypzlxyjzyzyypnhmymdyylblhlsyygqllnjjymsoycbzgdlyxylcqyxtszegxhzglhwbljheyxtwqmakbpqcgyshhehq'
      'cmwyywljyjhyyzlljjylhzyhmgsljljxcjjyclycjbcpzjzjmmylcjlnqljjjlxxjmlszljqlycmmhcfmmfpqqmfxlqmcffqmmmmhmz.fhhjgt'
      'thhkhslnchhyqdxtmmqdcydyxyqmyqylddcyyydazdcymdydlzfffmmycqcwzzmabtbyctdmndzggdftypcgcyttssffwbdtzqssystwjjhjyt'
      'sxxylbyqhwwhxezxwznnqzjzjjqjccchyyxbzxzcyjtllcqxynjycyycynzzqyyyewyczdcjycchyjlbtzyycqwlpgpyllgkdldlgkgqbgychj'
      'x........................................gdm................................................')::bytea,
      ascii("character") - 19968)), '.', "character") ELSE "character" END
$$;

-- The keys of a name. Some characters are read otherwise as family names.
CREATE FUNCTION "search_keys_of"("name" TEXT) RETURNS TEXT[] IMMUTABLE STRICT PARALLEL SAFE LANGUAGE plpgsql AS $$
DECLARE
  "written" TEXT := "searched_text"("name");
  "size" INTEGER := length("written");
  "initials" TEXT := '';
  "family" TEXT;
  "keys" TEXT[] := '{}';
BEGIN
  FOR "at" IN 1 .. "size" LOOP
    "initials" := "initials" || "pinyin_initial"(substr("written", "at", 1));
    "keys" := "keys" || substr("written", "at");
  END LOOP;
  IF "initials" <> "written" THEN
    FOR "at" IN 1 .. "size" LOOP
      "keys" := "keys" || substr("initials", "at");
    END LOOP;
    "family" := translate(left("written", 1), '乐仇区单句召折於曾查繁解郄郗', 'yqosgssyzzpxqx');
    IF "family" <> left("written", 1) THEN
      "keys" := "keys" || ("family" || substr("initials", 2));
    END IF;
  END IF;
  RETURN "keys";
END $$;

CREATE FUNCTION "keep_search_keys"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM "search_keys" WHERE "kind" = TG_ARGV[0] AND "subject" = OLD."id";
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "search_keys" ("kind", "key", "subject") SELECT DISTINCT TG_ARGV[0], "key", NEW."id" FROM unnest("search_keys_of"(NEW."name")) AS "key";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "users_search_keys" AFTER INSERT OR DELETE OR UPDATE OF "name" ON "users" FOR EACH ROW EXECUTE FUNCTION "keep_search_keys"('person');
CREATE TRIGGER "units_search_keys" AFTER INSERT OR DELETE OR UPDATE OF "name" ON "units" FOR EACH ROW EXECUTE FUNCTION "keep_search_keys"('unit');
-- Read by the beginning of a key.
CREATE INDEX "search_keys_prefix" ON "search_keys" ("kind", "key" text_pattern_ops, "subject");

-- ---------------------------------------------------------------- campaigns and policies

-- The version columns repeat what the documents say, so that they can be compared in a statement; they cannot disagree.
ALTER TABLE "campaigns"
  ADD CONSTRAINT "campaigns_state" CHECK ("state" IN ('preparing', 'open', 'closed')),
  ADD CONSTRAINT "campaigns_policy_version" CHECK ("policy_version" = ("policy"->>'version')::int),
  ADD CONSTRAINT "campaigns_calendar_version" CHECK ("calendar_version" = "calendar"->>'version');

-- A policy is confirmed by a second person.
ALTER TABLE "policy_versions"
  ADD CONSTRAINT "policy_versions_version" CHECK ("version" >= 1 AND "version" = ("policy"->>'version')::int),
  ADD CONSTRAINT "policy_versions_second_person" CHECK ("confirmed_by" <> "changed_by");

-- An amendment is approved by a second person (另一人批准).
ALTER TABLE "policy_amendments"
  ADD CONSTRAINT "policy_amendments_state" CHECK ("state" IN ('proposed', 'approved', 'withdrawn')),
  ADD CONSTRAINT "policy_amendments_decided" CHECK (("state" = 'proposed') = ("decided_at" IS NULL)),
  ADD CONSTRAINT "policy_amendments_second_person" CHECK ("state" <> 'approved' OR "decided_by" <> "proposed_by");
ALTER TABLE "calendar_days"
  ADD CONSTRAINT "calendar_days_kind" CHECK ("kind" IN ('holiday', 'makeup', 'none')),
  ADD CONSTRAINT "calendar_days_state" CHECK ("state" IN ('proposed', 'confirmed', 'withdrawn')),
  ADD CONSTRAINT "calendar_days_decided" CHECK (("state" = 'proposed') = ("decided_at" IS NULL)),
  ADD CONSTRAINT "calendar_days_second_person" CHECK ("state" <> 'confirmed' OR "decided_by" <> "proposed_by");
-- A file belongs to a draft or to a campaign; a replaced one stays as an older version, and nothing takes one away from a campaign.
ALTER TABLE "campaign_files"
  ADD CONSTRAINT "campaign_files_kind" CHECK ("kind" IN ('notice', 'annex')),
  ADD CONSTRAINT "campaign_files_size" CHECK ("size" > 0),
  ADD CONSTRAINT "campaign_files_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "campaign_files_place" CHECK (("campaign_id" IS NULL) <> ("draft_id" IS NULL)),
  ADD CONSTRAINT "campaign_files_removed" CHECK (("removed_at" IS NULL) = ("removed_by" IS NULL)),
  ADD CONSTRAINT "campaign_files_replaced" CHECK ("replaced_by" IS NULL OR "removed_at" IS NOT NULL);
-- One entry of a day waits at a time, so that two people do not confirm different ones.
CREATE UNIQUE INDEX "calendar_days_waiting" ON "calendar_days" ("region", "date") WHERE "state" = 'proposed';

-- One amendment of a campaign waits at a time: the next one is written against its result.
CREATE UNIQUE INDEX "policy_amendments_waiting" ON "policy_amendments" ("campaign_id") WHERE "state" = 'proposed';

-- Nobody occupies what is not approved; a unit confirms nothing itself, and only the office states in its place.
ALTER TABLE "position_statements"
  ADD CONSTRAINT "position_statements_seq" CHECK ("seq" >= 1),
  ADD CONSTRAINT "position_statements_counts" CHECK ("occupied" BETWEEN 0 AND "approved"),
  ADD CONSTRAINT "position_statements_role" CHECK ("role" IN ('unit', 'department', 'office')),
  ADD CONSTRAINT "position_statements_confirms" CHECK (CASE WHEN "confirms" THEN "role" <> 'unit' ELSE "role" <> 'department' END);

-- ---------------------------------------------------------------- applications

-- The projection repeats parts of the facts so that they can be indexed; they cannot disagree.
ALTER TABLE "applications"
  ADD CONSTRAINT "applications_status" CHECK ("status" IN (
    'draft', 'unit_review', 'unit_publicity', 'recommendation', 'superior_review', 'committee_audit', 'correction',
    'correction_review', 'correction_publicity', 'payment', 'defense_payment', 'defense', 'review', 'entrusted', 'public_notice',
    'conferred', 'not_recommended', 'not_accepted',
    'not_passed', 'disqualified', 'withdrawn', 'lapsed')),
  ADD CONSTRAINT "applications_department" CHECK (("status" = 'superior_review') = ("department_id" IS NOT NULL)),
  ADD CONSTRAINT "applications_submissions" CHECK ("submissions" BETWEEN 0 AND 9),
  ADD CONSTRAINT "applications_seq" CHECK ("seq" >= 0),
  ADD CONSTRAINT "applications_last_hash" CHECK ("last_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "applications_facts" CHECK (
    "facts"->>'applicationId' = "id"::text AND "facts"->>'campaignId' = "campaign_id" AND "facts"->>'unitId' = "unit_id" AND
    "facts"->>'applicantId' = "applicant_id" AND "facts"->>'status' = "status" AND ("facts"->>'seq')::int = "seq");

-- A person has one open application in a campaign.
CREATE UNIQUE INDEX "applications_one_open" ON "applications" ("applicant_id", "campaign_id")
  WHERE "status" NOT IN ('conferred', 'not_recommended', 'not_accepted', 'not_passed', 'disqualified', 'withdrawn', 'lapsed');

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
-- Few of many, found without reading a campaign: parked steps, and extensions and pauses that wait for a second person.
CREATE INDEX "applications_attention" ON "applications" ((COALESCE("due", 'infinity'::timestamptz)), "id") WHERE "needs_attention";
CREATE INDEX "applications_extension_pending" ON "applications" ((COALESCE("due", 'infinity'::timestamptz)), "id")
  WHERE "facts"->>'pendingExtension' IS NOT NULL;
CREATE INDEX "applications_pause_pending" ON "applications" ((COALESCE("due", 'infinity'::timestamptz)), "id")
  WHERE "facts"->>'pendingPause' IS NOT NULL;
-- For the sweeper: applications whose workflow was not started.
CREATE INDEX "applications_unstarted" ON "applications" ("opened_at") WHERE "started_at" IS NULL;
-- Counts by status read this index and no row.
CREATE INDEX "applications_counts" ON "applications" ("campaign_id", "status", "due");
-- Fees received, newest first.
CREATE INDEX "applications_paid" ON "applications" ("campaign_id", (("facts"->>'paidAt')::bigint) DESC, "id" DESC)
  WHERE "facts"->>'paidAt' IS NOT NULL;
CREATE INDEX "applications_defense_fee_paid" ON "applications" ("campaign_id", (("facts"->>'defenseFeePaidAt')::bigint) DESC, "id" DESC)
  WHERE "facts"->>'defenseFeePaidAt' IS NOT NULL;

-- ---------------------------------------------------------------- events

-- Each event is chained to the one before by its hash; the first one to zeros.
ALTER TABLE "events"
  ADD CONSTRAINT "events_seq" CHECK ("seq" >= 1),
  ADD CONSTRAINT "events_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "prev_hash" ~ '^[0-9a-f]{64}$' AND "hash" <> "prev_hash"),
  ADD CONSTRAINT "events_free_text_hash" CHECK ("free_text_hash" ~ '^[0-9a-f]{64}$');

-- The board counts arrivals at the committee by day without reading every event of the campaign.
CREATE INDEX "events_committee_arrivals" ON "events" ("application_id", "seq") INCLUDE ("at")
  WHERE "to_status" = 'committee_audit' AND "from_status" <> "to_status";

-- No connection can change or remove an event, a frozen form, a version of the policy or what was stated of positions.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "events_no_truncate" BEFORE TRUNCATE ON "events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "applications_number_kept" BEFORE UPDATE OF "number" ON "applications" FOR EACH ROW
  WHEN (OLD."number" <> NEW."number") EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "campaign_events_append_only" BEFORE UPDATE OR DELETE ON "campaign_events" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "campaign_events_no_truncate" BEFORE TRUNCATE ON "campaign_events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "dossier_versions_append_only" BEFORE UPDATE OR DELETE ON "dossier_versions" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "dossier_versions_no_truncate" BEFORE TRUNCATE ON "dossier_versions" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "policy_versions_append_only" BEFORE UPDATE OR DELETE ON "policy_versions" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "policy_versions_no_truncate" BEFORE TRUNCATE ON "policy_versions" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "position_statements_append_only" BEFORE UPDATE OR DELETE ON "position_statements" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "position_statements_no_truncate" BEFORE TRUNCATE ON "position_statements" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "access_log_append_only" BEFORE UPDATE OR DELETE ON "access_log" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "access_log_no_truncate" BEFORE TRUNCATE ON "access_log" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- ---------------------------------------------------------------- the record's own proof (docs/verification.md)

-- Rows of these tables have no hash chain of their own. Whoever writes one lawfully notes its hash in the register.
CREATE VIEW "registered_rows" AS
  SELECT 'sanction' AS "kind", 'sanctions' AS "scope", COALESCE("application_id"::text, '') || '/' || "id" AS "subject", NULL::uuid AS "application_id",
    NULL AS "campaign_id", encode(sha256(convert_to(to_jsonb("sanctions")::text, 'UTF8')), 'hex') AS "row_hash" FROM "sanctions"
  UNION ALL
  SELECT 'policy_version', 'campaign:' || "campaign_id", "version"::text, NULL, "campaign_id",
    encode(sha256(convert_to(to_jsonb("policy_versions")::text, 'UTF8')), 'hex') FROM "policy_versions"
  UNION ALL
  SELECT 'document', 'application:' || "application_id", "id"::text, "application_id", NULL,
    encode(sha256(convert_to(to_jsonb("documents")::text, 'UTF8')), 'hex') FROM "documents"
  UNION ALL
  SELECT 'dossier_version', 'application:' || "application_id", "hash", "application_id", NULL,
    encode(sha256(convert_to(to_jsonb("dossier_versions")::text, 'UTF8')), 'hex') FROM "dossier_versions";

-- Notes the present content of a row at the end of its chain. Called by the statement or transaction that writes the row,
-- and by no trigger: what is changed behind the product's back must not be noted.
CREATE FUNCTION "note_row"("kind" TEXT, "scope" TEXT, "subject" TEXT, "row_hash" TEXT) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE
  last register_entries%ROWTYPE;
  next_seq INTEGER;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('pingshen:register'), hashtext(note_row.scope));
  SELECT * INTO last FROM register_entries AS entry WHERE entry.scope = note_row.scope ORDER BY entry.seq DESC LIMIT 1;
  next_seq := COALESCE(last.seq, 0) + 1;
  INSERT INTO register_entries VALUES (note_row.scope, next_seq, note_row.kind, note_row.subject, note_row.row_hash,
    COALESCE(last.hash, repeat('0', 64)), encode(sha256(convert_to(concat_ws(E'\n', note_row.scope, next_seq, note_row.kind,
      note_row.subject, note_row.row_hash, COALESCE(last.hash, repeat('0', 64))), 'UTF8')), 'hex'));
  RETURN next_seq;
END $$;
CREATE TRIGGER "register_entries_append_only" BEFORE UPDATE OR DELETE ON "register_entries" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "register_entries_no_truncate" BEFORE TRUNCATE ON "register_entries" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "signed_heads_append_only" BEFORE UPDATE OR DELETE ON "signed_heads" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "signed_heads_no_truncate" BEFORE TRUNCATE ON "signed_heads" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "record_checks" ADD CONSTRAINT "record_checks_fault" CHECK (("fault" IS NULL) = ("fault_since" IS NULL));
CREATE INDEX "record_checks_broken" ON "record_checks" ("kind", "subject") WHERE "fault" IS NOT NULL;

-- ---------------------------------------------------------------- intakes

-- An act is on its way, done with an answer, or refused with a refusal.
ALTER TABLE "intakes"
  ADD CONSTRAINT "intakes_outcome" CHECK (
    ("outcome" IS NULL AND "finished_at" IS NULL AND "answer" IS NULL AND "refusal" IS NULL) OR
    ("outcome" = 'done' AND "finished_at" IS NOT NULL AND "answer" IS NOT NULL AND "refusal" IS NULL) OR
    ("outcome" = 'refused' AND "finished_at" IS NOT NULL AND "answer" IS NULL AND "refusal" IS NOT NULL)),
  ADD CONSTRAINT "intakes_free_text" CHECK (("free_text" IS NULL) = ("free_text_hash" IS NULL)),
  ADD CONSTRAINT "intakes_free_text_hash" CHECK ("free_text_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "intakes_body_hash" CHECK ("body_hash" ~ '^[0-9a-f]{64}$');
-- For the sweeper, and for a deadline that asks for the acts of one application.
CREATE INDEX "intakes_unfinished" ON "intakes" ("received_at", "id") WHERE "outcome" IS NULL;
CREATE INDEX "intakes_pending" ON "intakes" ("application_id", "received_at") WHERE "outcome" IS NULL;

-- An act on a campaign counts as it was registered.
ALTER TABLE "campaign_intakes"
  ADD CONSTRAINT "campaign_intakes_free_text" CHECK (("free_text" IS NULL) = ("free_text_hash" IS NULL));
CREATE TRIGGER "campaign_intakes_append_only" BEFORE UPDATE ON "campaign_intakes" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Every act asks for the last amendment of its application.
CREATE INDEX "events_amended" ON "events" ("application_id") WHERE "event" = 'amend_policy';

-- ---------------------------------------------------------------- letters

ALTER TABLE "outbox"
  ADD CONSTRAINT "outbox_state" CHECK ("state" IN ('pending', 'sent', 'parked', 'skipped')),
  ADD CONSTRAINT "outbox_sent" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL)),
  ADD CONSTRAINT "outbox_attempts" CHECK ("attempts" >= 0),
  -- A letter about an application names its event; any other letter names none.
  ADD CONSTRAINT "outbox_about" CHECK (("application_id" IS NULL) = ("seq" IS NULL));
-- A letter about no application's progress is written once by its key; NULLs are distinct in the index on both columns.
CREATE UNIQUE INDEX "outbox_notification_once" ON "outbox" ("key") WHERE "application_id" IS NULL;
CREATE INDEX "outbox_pending" ON "outbox" ("next_attempt_at" NULLS FIRST, "id") WHERE "state" = 'pending';
CREATE INDEX "outbox_parked" ON "outbox" ("id") WHERE "state" = 'parked';

ALTER TABLE "letter_repairs" ADD CONSTRAINT "letter_repairs_repair" CHECK ("repair" IN ('retry_step', 'skip_step'));

-- ---------------------------------------------------------------- dossiers and documents

ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_version" CHECK ("version" >= 0);
-- One key of an owner encrypts; a key is there or was erased, with the basis, and then stays so.
CREATE UNIQUE INDEX "data_keys_in_use" ON "data_keys" ("owner") WHERE "erased_at" IS NULL;
ALTER TABLE "data_keys" ADD CONSTRAINT "data_keys_erased" CHECK (
  ("wrapped" IS NULL) = ("erased_at" IS NOT NULL) AND ("erased_at" IS NULL) = ("erased_basis" IS NULL));
-- A key is wrapped anew or erased; what it belongs to never changes, and what was erased says so for ever.
CREATE FUNCTION "keep_data_key"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.erased_at IS NOT NULL OR (NEW.id, NEW.owner, NEW.created_at) <> (OLD.id, OLD.owner, OLD.created_at) THEN
    RAISE EXCEPTION 'a data key is not changed, but wrapped anew or erased once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "data_keys_kept" BEFORE UPDATE OR DELETE ON "data_keys" FOR EACH ROW EXECUTE FUNCTION "keep_data_key"();
CREATE TRIGGER "data_keys_no_truncate" BEFORE TRUNCATE ON "data_keys" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
-- An empty file proves nothing; a document is removed after it was uploaded.
ALTER TABLE "documents"
  ADD CONSTRAINT "documents_size" CHECK ("size" > 0),
  ADD CONSTRAINT "documents_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "documents_year" CHECK ("year" BETWEEN 1950 AND 2100),
  ADD CONSTRAINT "documents_removed" CHECK ("removed_at" >= "uploaded_at");
-- No more is taken than was announced.
ALTER TABLE "unfinished_uploads"
  ADD CONSTRAINT "unfinished_uploads_received" CHECK ("received" BETWEEN 0 AND "length");

-- ---------------------------------------------------------------- worklist and payments

CREATE INDEX "document_prints_parts" ON "document_prints" USING GIN ("parts");
ALTER TABLE "document_prints" ADD CONSTRAINT "document_prints_parts" CHECK (cardinality("parts") = 4);
ALTER TABLE "document_masks" ADD CONSTRAINT "document_masks_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$' AND "size" > 0);
ALTER TABLE "certificate_hashes" ADD CONSTRAINT "certificate_hashes_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "phrases" ADD CONSTRAINT "phrases_used" CHECK ("used" >= 0);
-- The sentences the office writes most often come first.
CREATE INDEX "phrases_most_used" ON "phrases" ("campaign_id", "used" DESC, "id");

-- A fee has its pay code for good. Codes are given by the statement that records why the fee is due; one rolled back leaves
-- a gap. The digits are those of rules/fees/payCode.ts: a test compares the two.
CREATE SEQUENCE "pay_codes" MINVALUE 1 MAXVALUE 8999999;
CREATE FUNCTION "next_pay_code"() RETURNS TEXT LANGUAGE plpgsql AS $$
DECLARE
  digits TEXT := (1000000 + (nextval('pay_codes') * 5754853) % 9000000)::text;
  row_of INTEGER := 0;
BEGIN
  FOR place IN 1..7 LOOP
    row_of := substr('0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790',
      row_of * 10 + substr(digits, place, 1)::int + 1, 1)::int;
  END LOOP;
  RETURN digits || row_of;
END $$;
ALTER TABLE "fees"
  ADD CONSTRAINT "fees_amount" CHECK ("amount" >= 0),
  ADD CONSTRAINT "fees_code" CHECK ("code" ~ '^[1-9][0-9]{7}$'),
  ADD CONSTRAINT "fees_part" CHECK ("part" IN ('defense', 'review')),
  ADD CONSTRAINT "fees_state" CHECK ("state" IN ('coded', 'issued', 'paid', 'checked', 'written_off', 'exempt', 'void', 'refunded')),
  ADD CONSTRAINT "fees_basis" CHECK ("state" <> 'exempt' OR "basis" IS NOT NULL),
  ADD CONSTRAINT "fees_proof" CHECK ("proof" IS NULL OR ("proof" ~ '^[0-9a-f]{64}$' AND "basis" IS NOT NULL));
CREATE TRIGGER "fees_code_kept" BEFORE UPDATE OF "application_id", "part", "campaign_id", "code" ON "fees" FOR EACH ROW
  WHEN ((OLD."application_id", OLD."part", OLD."campaign_id", OLD."code") <> (NEW."application_id", NEW."part", NEW."campaign_id", NEW."code"))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "fees_kept" BEFORE DELETE ON "fees" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- The ledger (rules/fees/postings.ts): nothing of it is changed or removed, corrections are entries. What a transfer debits it
-- credits, and one that is pending is resolved once, by the unique index on "resolves".
ALTER TABLE "ledger_transfers"
  ADD CONSTRAINT "ledger_transfers_kind" CHECK ("kind" IN ('arise', 'exempt', 'pay', 'end', 'keep', 'booked', 'not_ours',
    'refund_kept', 'refund_fee', 'refund_sent', 'refund_returned')),
  ADD CONSTRAINT "ledger_transfers_part" CHECK ("part" IN ('defense', 'review')),
  ADD CONSTRAINT "ledger_transfers_resolves" CHECK ("resolves" <> "id");
ALTER TABLE "ledger_entries"
  ADD CONSTRAINT "ledger_entries_account" CHECK ("account" IN ('bank', 'receivable', 'income', 'waived', 'suspense', 'refunds')),
  ADD CONSTRAINT "ledger_entries_amount" CHECK ("amount" <> 0);
CREATE TRIGGER "ledger_transfers_append_only" BEFORE UPDATE OR DELETE ON "ledger_transfers" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ledger_transfers_no_truncate" BEFORE TRUNCATE ON "ledger_transfers" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ledger_entries_append_only" BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ledger_entries_no_truncate" BEFORE TRUNCATE ON "ledger_entries" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- At the commit, when all entries are written.
CREATE FUNCTION "balance_transfer"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one TEXT := CASE TG_TABLE_NAME WHEN 'ledger_entries' THEN to_jsonb(NEW)->>'transfer_id' ELSE to_jsonb(NEW)->>'id' END;
  total NUMERIC;
  lines INTEGER;
BEGIN
  SELECT sum(amount), count(*) INTO total, lines FROM ledger_entries WHERE transfer_id = one;
  IF lines < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'the transfer % does not balance', one USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ledger_transfers_balanced" AFTER INSERT ON "ledger_transfers" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "balance_transfer"();
CREATE CONSTRAINT TRIGGER "ledger_entries_balanced" AFTER INSERT ON "ledger_entries" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "balance_transfer"();
-- Only what is pending is resolved.
CREATE FUNCTION "resolve_pending"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_transfers WHERE id = NEW.resolves AND pending) THEN
    RAISE EXCEPTION 'the transfer % is not pending', NEW.resolves USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ledger_transfers_resolve" AFTER INSERT ON "ledger_transfers" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."resolves" IS NOT NULL) EXECUTE FUNCTION "resolve_pending"();

-- A payment is resolved with who, when, how and why, or not at all.
ALTER TABLE "unmatched_payments"
  ADD CONSTRAINT "unmatched_payments_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "unmatched_payments_part" CHECK ("part" IN ('review', 'defense')),
  ADD CONSTRAINT "unmatched_payments_resolved" CHECK (
    ("resolved_at" IS NULL) = ("resolution" IS NULL) AND ("resolved_at" IS NULL) = ("reason" IS NULL) AND
    ("resolved_at" IS NULL) = ("resolved_by" IS NULL));
CREATE INDEX "unmatched_payments_open" ON "unmatched_payments" ("received_at", "id") WHERE "resolved_at" IS NULL;

-- An act of the bank may be refused by the API, by the sweeper or by a worker, at once or minutes later. A trigger keeps
-- the money in sight in the transaction that records the refusal, in every case.
CREATE FUNCTION "keep_unmatched_payment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unmatched_payments (transaction_id, reference, application_id, campaign_id, amount, channel, code, part, received_at)
  SELECT substr(NEW.key, 6), applications.number, NEW.application_id, applications.campaign_id, (NEW.data->>'amount')::int,
         NEW.data->>'channel', NEW.refusal->>'code',
         CASE NEW.event WHEN 'confirm_payment' THEN 'review' WHEN 'confirm_defense_fee' THEN 'defense' END, NEW.received_at
  FROM applications WHERE applications.id = NEW.application_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "intakes_unmatched_payment" AFTER UPDATE OF "outcome" ON "intakes" FOR EACH ROW
  WHEN (NEW.actor_role = 'bank' AND NEW.outcome = 'refused') EXECUTE FUNCTION "keep_unmatched_payment"();

-- A refund is of a fee or of a kept payment, decided by another person than asked for it, and asked for once while it is open.
ALTER TABLE "refunds"
  ADD CONSTRAINT "refunds_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "refunds_of_one" CHECK (num_nonnulls("pay_code", "payment_id") = 1),
  ADD CONSTRAINT "refunds_state" CHECK ("state" IN ('asked', 'refused', 'approved', 'sent', 'returned')),
  ADD CONSTRAINT "refunds_asked_role" CHECK ("asked_role" IN ('applicant', 'finance', 'office')),
  ADD CONSTRAINT "refunds_decided" CHECK (("state" = 'asked') = ("decided_by" IS NULL)),
  ADD CONSTRAINT "refunds_second_person" CHECK ("decided_by" <> "asked_by");
CREATE UNIQUE INDEX "refunds_fee_once" ON "refunds" ("pay_code") WHERE "state" <> 'refused';
CREATE UNIQUE INDEX "refunds_payment_once" ON "refunds" ("payment_id") WHERE "state" <> 'refused';

-- Whoever stores such a payment, its money is in the ledger with it, in the entries of rules/fees/postings.ts.
CREATE FUNCTION "post_unmatched_payment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_transfers (id, kind, campaign_id, application_id, part, pay_code, pending, reference, at)
  SELECT 'kept:' || NEW.id, 'keep', NEW.campaign_id, NEW.application_id, NEW.part,
    (SELECT code FROM fees WHERE application_id = NEW.application_id AND part = NEW.part), true, NEW.transaction_id, NEW.received_at;
  INSERT INTO ledger_entries (transfer_id, line, account, amount)
  VALUES ('kept:' || NEW.id, 1, 'bank', NEW.amount), ('kept:' || NEW.id, 2, 'suspense', -NEW.amount);
  RETURN NULL;
END $$;
CREATE TRIGGER "unmatched_payments_posted" AFTER INSERT ON "unmatched_payments" FOR EACH ROW EXECUTE FUNCTION "post_unmatched_payment"();

-- And whoever stores it, the applicant it was meant for is written to: with its amount, why it is kept, and its fee as it is now.
CREATE FUNCTION "write_payment_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
  SELECT application.campaign_id, 'payment_kept', 'applicant', application.applicant_id, true, 'payment_kept:' || NEW.id,
    jsonb_build_object('at', (extract(epoch FROM NEW.received_at) * 1000)::bigint, 'applicationId', application.id,
      'payment', jsonb_build_object('amount', NEW.amount, 'code', NEW.code, 'fee',
        CASE WHEN fee.code IS NOT NULL THEN jsonb_build_object('amount', fee.amount, 'state', fee.state) END))
  FROM applications AS application LEFT JOIN fees AS fee ON fee.application_id = application.id AND fee.part = NEW.part
  WHERE application.id = NEW.application_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "unmatched_payments_written" AFTER INSERT ON "unmatched_payments" FOR EACH ROW EXECUTE FUNCTION "write_payment_kept"();

-- ---------------------------------------------------------------- bank statements

ALTER TABLE "statements"
  ADD CONSTRAINT "statements_file_hash" CHECK ("file_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "statements_line_count" CHECK ("line_count" > 0);
CREATE TRIGGER "statements_kept" BEFORE UPDATE OR DELETE ON "statements" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "statement_lines"
  ADD CONSTRAINT "statement_lines_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "statement_lines_direction" CHECK ("direction" IN ('in', 'out')),
  ADD CONSTRAINT "statement_lines_part" CHECK ("part" IN ('defense', 'review')),
  ADD CONSTRAINT "statement_lines_outcome" CHECK ("outcome" IN ('confirmed', 'kept', 'refused')),
  -- A line is decided for a fee, or kept for none.
  ADD CONSTRAINT "statement_lines_decided" CHECK (
    ("application_id" IS NULL) = ("part" IS NULL) AND ("decided_by" IS NULL) = ("decided_at" IS NULL) AND
    ("decided_by" IS NULL) = ("application_id" IS NULL AND ("outcome" = 'kept') IS NOT TRUE) AND
    (("outcome" = 'kept') IS NOT TRUE OR "application_id" IS NULL) AND ("outcome" IS NULL OR "decided_by" IS NOT NULL) AND
    ("code" IS NULL OR "outcome" IS NOT NULL));
-- Statements look for what the bank told of by its transaction.
CREATE INDEX "intakes_of_bank" ON "intakes" ("key") WHERE "actor_role" = 'bank';
-- One line is the payment of a fee; while it is under way, no other is.
CREATE UNIQUE INDEX "statement_lines_pays" ON "statement_lines" ("application_id", "part")
  WHERE "application_id" IS NOT NULL AND "outcome" IS DISTINCT FROM 'refused';
-- What the bank wrote stays as it is, and so does a line that confirmed a fee or whose money is kept: it is the voucher.
CREATE TRIGGER "statement_lines_voucher" BEFORE UPDATE ON "statement_lines" FOR EACH ROW
  WHEN (OLD."outcome" IN ('confirmed', 'kept') OR (OLD."statement_id", OLD."campaign_id", OLD."row", OLD."key", OLD."booked", OLD."direction",
    OLD."amount", OLD."balance", OLD."serial", OLD."sealed") IS DISTINCT FROM (NEW."statement_id", NEW."campaign_id", NEW."row",
    NEW."key", NEW."booked", NEW."direction", NEW."amount", NEW."balance", NEW."serial", NEW."sealed"))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "statement_lines_kept" BEFORE DELETE ON "statement_lines" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A closed day stays as it is.
ALTER TABLE "day_closes"
  ADD CONSTRAINT "day_closes_after" CHECK ("after" < "day"),
  ADD CONSTRAINT "day_closes_statement" CHECK ("statement_in" >= 0 AND "statement_out" >= 0 AND "open_count" >= 0 AND "open_amount" >= 0);
CREATE TRIGGER "day_closes_kept" BEFORE UPDATE OR DELETE ON "day_closes" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "day_close_transfers_kept" BEFORE UPDATE OR DELETE ON "day_close_transfers" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- ---------------------------------------------------------------- experts, conflicts and recusals

ALTER TABLE "experts"
  ADD CONSTRAINT "experts_specialties" CHECK (cardinality("specialties") BETWEEN 1 AND 20 AND array_position("specialties", NULL) IS NULL),
  ADD CONSTRAINT "experts_term" CHECK ("valid_from" < "valid_until");
CREATE INDEX "experts_by_specialty" ON "experts" USING GIN ("specialties");

-- A conflict concerns one application, one applicant or one unit, and was found by the system or declared by a person.
ALTER TABLE "expert_conflicts"
  ADD CONSTRAINT "expert_conflicts_subject" CHECK (num_nonnulls("application_id", "applicant_id", "unit_id") = 1),
  ADD CONSTRAINT "expert_conflicts_kind" CHECK ("kind" IN ('own_application', 'same_unit', 'kinship', 'co_worker', 'other')),
  ADD CONSTRAINT "expert_conflicts_source" CHECK (
    ("source" = 'found' AND "declared_by" IS NULL) OR ("source" = 'declared' AND "declared_by" IS NOT NULL));
CREATE INDEX "expert_conflicts_applicant" ON "expert_conflicts" ("applicant_id") WHERE "applicant_id" IS NOT NULL;
CREATE INDEX "expert_conflicts_unit" ON "expert_conflicts" ("unit_id") WHERE "unit_id" IS NOT NULL;

-- An expert's own recusal and one by the office are granted at once; an applicant requests one and the office decides.
ALTER TABLE "recusals"
  ADD CONSTRAINT "recusals_requested_by_role" CHECK ("requested_by_role" IN ('expert', 'office', 'applicant')),
  ADD CONSTRAINT "recusals_outcome" CHECK (
    ("outcome" IS NULL AND "decided_by" IS NULL AND "decided_reason" IS NULL AND "decided_at" IS NULL) OR
    ("outcome" IN ('granted', 'refused') AND "decided_by" IS NOT NULL AND "decided_at" IS NOT NULL)),
  ADD CONSTRAINT "recusals_at_once" CHECK ("requested_by_role" = 'applicant' OR COALESCE("outcome", '') = 'granted'),
  ADD CONSTRAINT "recusals_reasoned" CHECK ("requested_by_role" <> 'applicant' OR "outcome" IS NULL OR "decided_reason" IS NOT NULL),
  ADD CONSTRAINT "recusals_named" CHECK (("requested_by_role" = 'applicant') = ("named" IS NOT NULL)),
  -- A granted recusal says which expert it excludes.
  ADD CONSTRAINT "recusals_expert" CHECK ("expert_id" IS NOT NULL OR ("requested_by_role" = 'applicant' AND COALESCE("outcome", 'refused') = 'refused')),
  ADD CONSTRAINT "recusals_application" CHECK ("requested_by_role" <> 'applicant' OR "application_id" IS NOT NULL);
-- The same recusal is open once, requested once and granted once to each role.
CREATE UNIQUE INDEX "recusals_one_open" ON "recusals" ("campaign_id", "expert_id", "application_id") NULLS NOT DISTINCT
  WHERE "outcome" IS NULL AND "expert_id" IS NOT NULL;
CREATE UNIQUE INDEX "recusals_one_request" ON "recusals" ("application_id", "named") WHERE "outcome" IS NULL AND "requested_by_role" = 'applicant';
CREATE UNIQUE INDEX "recusals_once_of_a_kind" ON "recusals" ("campaign_id", "expert_id", "application_id", "requested_by_role") NULLS NOT DISTINCT
  WHERE "outcome" = 'granted';

-- ---------------------------------------------------------------- the draw and the committee

-- The seed that is published in the end is the one whose hash was published first (随机抽取).
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
-- A committee is drawn once; a draw that was voided does not count.
CREATE UNIQUE INDEX "draws_one_of_a_committee" ON "draws" ("campaign_id", "committee") WHERE "state" <> 'void' AND "specialty" IS NULL;
-- One supplementary draw of a specialty at a time; once it is drawn, a seat that becomes empty later gets another.
CREATE UNIQUE INDEX "draws_one_supplement_at_a_time" ON "draws" ("campaign_id", "committee", "specialty")
  WHERE "state" IN ('committed', 'frozen') AND "specialty" IS NOT NULL;

-- What a draw has committed to, frozen or drawn stays as it is.
CREATE FUNCTION "keep_draw"() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER "draws_kept" BEFORE UPDATE OR DELETE ON "draws" FOR EACH ROW EXECUTE FUNCTION "keep_draw"();

ALTER TABLE "committee_members"
  ADD CONSTRAINT "committee_members_position" CHECK ("position" IN ('member', 'alternate')),
  ADD CONSTRAINT "committee_members_ordinal" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "committee_members_invitation" CHECK ("invitation" IN ('invited', 'accepted', 'declined', 'replaced')),
  ADD CONSTRAINT "committee_members_answered" CHECK (("invitation" = 'invited') = ("answered_at" IS NULL)),
  ADD CONSTRAINT "committee_members_reason" CHECK ("invitation" NOT IN ('declined', 'replaced') OR "reason" IS NOT NULL),
  ADD CONSTRAINT "committee_members_chair" CHECK (NOT "is_chair" OR ("position" = 'member' AND "invitation" IN ('invited', 'accepted')));
-- A committee has one 主任委员.
CREATE UNIQUE INDEX "committee_members_one_chair" ON "committee_members" ("campaign_id", "committee") WHERE "is_chair";

-- The first deputy is named without a reason, each later one with a reason; earlier ones stay on record.
ALTER TABLE "committee_deputies" ADD CONSTRAINT "committee_deputies_ordinal" CHECK ("ordinal" >= 1 AND ("ordinal" = 1 OR "reason" IS NOT NULL));
CREATE FUNCTION "keep_deputy"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'who was named deputy stays on record' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "committee_deputies_kept" BEFORE UPDATE OR DELETE ON "committee_deputies" FOR EACH ROW EXECUTE FUNCTION "keep_deputy"();

-- ---------------------------------------------------------------- the defense

ALTER TABLE "defense_sessions"
  ADD CONSTRAINT "defense_sessions_state" CHECK ("state" IN ('planned', 'published', 'closed', 'cancelled')),
  ADD CONSTRAINT "defense_sessions_time" CHECK ("ends_at" > "starts_at" AND "minutes" > 0),
  ADD CONSTRAINT "defense_sessions_cancelled" CHECK (("state" = 'cancelled') = ("cancelled_reason" IS NOT NULL));
-- A new session is compared with those still to be held, for rooms and experts that are taken.
CREATE INDEX "defense_sessions_to_hold" ON "defense_sessions" ("starts_at", "ends_at") WHERE "state" IN ('planned', 'published');
CREATE UNIQUE INDEX "defense_panel_one_leader" ON "defense_panel" ("session_id") WHERE "leader";

ALTER TABLE "defense_slots"
  ADD CONSTRAINT "defense_slots_ordinal" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "defense_slots_outcome" CHECK ("outcome" IN ('scored', 'absent', 'moved', 'cancelled'));
-- An application has one slot without an outcome.
CREATE UNIQUE INDEX "defense_slots_one_to_come" ON "defense_slots" ("application_id") WHERE "outcome" IS NULL;

-- Points are in hundredths; a sheet has its total when it is submitted.
ALTER TABLE "score_sheets"
  ADD CONSTRAINT "score_sheets_total" CHECK ("total" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "score_sheets_submitted" CHECK (("total" IS NULL) = ("submitted_at" IS NULL));
-- A submitted sheet is final.
CREATE FUNCTION "keep_submitted_sheet"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submitted_at IS NOT NULL THEN
    RAISE EXCEPTION 'a submitted score sheet is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "score_sheets_kept" BEFORE UPDATE OR DELETE ON "score_sheets" FOR EACH ROW EXECUTE FUNCTION "keep_submitted_sheet"();

-- ---------------------------------------------------------------- the meeting and the secret ballot (docs/ballot.md)

ALTER TABLE "meetings"
  ADD CONSTRAINT "meetings_state" CHECK ("state" IN ('convened', 'called_off', 'in_session', 'adjourned', 'closed', 'announced', 'signed')),
  ADD CONSTRAINT "meetings_begins" CHECK ("begins" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "meetings_signed" CHECK (
    ("state" = 'signed') = ("signed_at" IS NOT NULL) AND ("signed_at" IS NULL) = ("signed_by" IS NULL) AND
    ("signed_at" IS NULL) = ("minutes" IS NULL) AND ("signed_at" IS NULL) = ("minutes_hash" IS NULL)),
  ADD CONSTRAINT "meetings_minutes_hash" CHECK ("minutes_hash" ~ '^[0-9a-f]{64}$');
-- A committee holds one meeting at a time.
CREATE UNIQUE INDEX "meetings_one_of_a_committee" ON "meetings" ("campaign_id", "committee")
  WHERE "state" IN ('convened', 'called_off', 'in_session', 'adjourned');

ALTER TABLE "attendances" ADD CONSTRAINT "attendances_stay" CHECK ("left_at" >= "arrived_at");
-- A member is present once.
CREATE UNIQUE INDEX "attendances_present" ON "attendances" ("meeting_id", "expert_id") WHERE "left_at" IS NULL;

ALTER TABLE "motions"
  ADD CONSTRAINT "motions_state" CHECK ("state" IN ('waiting', 'open', 'closing', 'closed', 'void')),
  ADD CONSTRAINT "motions_round" CHECK ("round" >= 1),
  -- The private keys are gone when the motion ends: nobody can sign a ballot for it afterwards.
  ADD CONSTRAINT "motions_keys" CHECK (("state" IN ('open', 'closing')) = ("sealed_keys" IS NOT NULL)),
  ADD CONSTRAINT "motions_opened" CHECK ("state" = 'waiting' OR
    num_nulls("opened_at", "ballot_key", "receipt_key", "committee", "attending", "recused") = 0),
  ADD CONSTRAINT "motions_void" CHECK (("state" = 'void') = ("voided_by" IS NOT NULL)),
  ADD CONSTRAINT "motions_ended" CHECK (("state" IN ('closed', 'void')) = ("ended_at" IS NOT NULL)),
  ADD CONSTRAINT "motions_collecting" CHECK (NOT "collecting" OR "state" <> 'open'),
  -- No count is stored before the motion is closed.
  ADD CONSTRAINT "motions_count" CHECK (
    num_nulls("agree", "disagree", "abstain", "not_cast", "ballots_root", "receipts_root") = CASE "state" WHEN 'closed' THEN 0 ELSE 6 END),
  ADD CONSTRAINT "motions_sum" CHECK ("agree" + "disagree" + "abstain" = "attending" - "recused" AND "not_cast" BETWEEN 0 AND "abstain"),
  ADD CONSTRAINT "motions_roots" CHECK ("ballots_root" ~ '^[0-9a-f]{64}$' AND "receipts_root" ~ '^[0-9a-f]{64}$'),
  -- A vote is led by the chair, the deputy, or a member the office named for it, and the record says by whom.
  ADD CONSTRAINT "motions_led_as" CHECK ("opened_as" IN ('chair', 'deputy', 'named') AND "ended_as" IN ('chair', 'deputy', 'named')),
  ADD CONSTRAINT "motions_opened_led" CHECK (("opened_by" IS NULL) = ("opened_as" IS NULL)),
  ADD CONSTRAINT "motions_ended_led" CHECK (("ended_by" IS NULL) = ("ended_as" IS NULL)),
  ADD CONSTRAINT "motions_named" CHECK (num_nulls("named_expert", "named_by", "named_at", "named_reason") IN (0, 4));
-- A meeting votes on one motion at a time, and one round of an application counts.
CREATE UNIQUE INDEX "motions_one_under_way" ON "motions" ("meeting_id") WHERE "state" IN ('open', 'closing');
CREATE UNIQUE INDEX "motions_one_that_counts" ON "motions" ("meeting_id", "application_id") WHERE "state" <> 'void';
-- Outcomes are read a part at a time when they are applied to the applications.
CREATE INDEX "motions_outcomes" ON "motions" ("meeting_id", "application_id") WHERE "state" = 'closed';

ALTER TABLE "ballot_tokens" ADD CONSTRAINT "ballot_tokens_request" CHECK ("request_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ballots"
  ADD CONSTRAINT "ballots_serial" CHECK ("serial" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "ballots_choice" CHECK ("choice" IN ('agree', 'disagree', 'abstain'));
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_serial" CHECK ("serial" ~ '^[0-9a-f]{64}$');
ALTER TABLE "meeting_corrections" ADD CONSTRAINT "meeting_corrections_hash" CHECK (
  "hash" ~ '^[0-9a-f]{64}$' AND "prev_hash" ~ '^[0-9a-f]{64}$' AND "ordinal" >= 1);

-- A meeting with signed minutes is final.
CREATE FUNCTION "keep_signed_meeting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'signed' THEN
    RAISE EXCEPTION 'a signed meeting is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "meetings_kept" BEFORE UPDATE OR DELETE ON "meetings" FOR EACH ROW EXECUTE FUNCTION "keep_signed_meeting"();

-- So are its attendance and its motions.
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

-- A motion that has ended is final.
CREATE FUNCTION "keep_ended_motion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('closed', 'void') THEN
    RAISE EXCEPTION 'a motion that has ended is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "motions_ended_kept" BEFORE UPDATE OR DELETE ON "motions" FOR EACH ROW EXECUTE FUNCTION "keep_ended_motion"();

-- Ballots and receipts are written while their motion closes and never change; those of a void motion may be destroyed.
CREATE FUNCTION "keep_papers"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM motions WHERE id = NEW.motion_id AND state = 'closing') THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM motions WHERE id = OLD.motion_id AND state = 'void') THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'papers are added while a motion closes, and never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ballots_kept" BEFORE INSERT OR UPDATE OR DELETE ON "ballots" FOR EACH ROW EXECUTE FUNCTION "keep_papers"();
CREATE TRIGGER "receipts_kept" BEFORE INSERT OR UPDATE OR DELETE ON "receipts" FOR EACH ROW EXECUTE FUNCTION "keep_papers"();

-- A voter gets papers once, while the motion is open.
CREATE FUNCTION "keep_token"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM motions WHERE id = NEW.motion_id AND state = 'open') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'papers are given out while a motion is open, once' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ballot_tokens_kept" BEFORE INSERT OR UPDATE OR DELETE ON "ballot_tokens" FOR EACH ROW EXECUTE FUNCTION "keep_token"();

-- A correction (更正) is added to signed minutes and is final.
CREATE FUNCTION "keep_correction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM meetings WHERE id = NEW.meeting_id AND state = 'signed') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a correction belongs to signed minutes and is not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "meeting_corrections_kept" BEFORE INSERT OR UPDATE OR DELETE ON "meeting_corrections" FOR EACH ROW EXECUTE FUNCTION "keep_correction"();

-- ---------------------------------------------------------------- objections, sanctions and reexaminations

ALTER TABLE "objection_files"
  ADD CONSTRAINT "objection_files_receipt" CHECK ("receipt_hash" ~ '^[0-9a-f]{64}$'),
  -- An objector without an account gives name and contact (实名).
  ADD CONSTRAINT "objection_files_objector" CHECK ("receipt_hash" IS NULL OR ("name" IS NOT NULL AND "contact" IS NOT NULL)),
  ADD CONSTRAINT "objection_files_assigned" CHECK (
    num_nonnulls("investigator_id", "due_on", "assigned_by", "assigned_at") IN (0, 4));
ALTER TABLE "objection_evidence"
  ADD CONSTRAINT "objection_evidence_size" CHECK ("size" > 0),
  ADD CONSTRAINT "objection_evidence_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

-- A sanction concerns a person or a unit; a broken commitment only a person. A second person confirms and lifts it.
ALTER TABLE "sanctions"
  ADD CONSTRAINT "sanctions_subject" CHECK (
    ("subject" = 'person' AND "person_id" IS NOT NULL AND "unit_id" IS NULL) OR
    ("subject" = 'unit' AND "unit_id" IS NOT NULL AND "person_id" IS NULL)),
  ADD CONSTRAINT "sanctions_expiry" CHECK ("expires_on" > "decided_on"),
  ADD CONSTRAINT "sanctions_ground" CHECK ("ground" = 'fraud' OR ("ground" = 'commitment' AND "subject" = 'person')),
  ADD CONSTRAINT "sanctions_state" CHECK ("state" IN ('proposed', 'rejected', 'in_force', 'lift_requested', 'lifted')),
  ADD CONSTRAINT "sanctions_starts" CHECK ("starts_on" <= "expires_on"),
  ADD CONSTRAINT "sanctions_second_person" CHECK ("decided_by" <> "proposed_by"),
  ADD CONSTRAINT "sanctions_lift_second_person" CHECK ("lifted_by" <> "lift_requested_by"),
  ADD CONSTRAINT "sanctions_revokes" CHECK (NOT "revokes" OR ("application_id" IS NOT NULL AND "subject" = 'person'));
-- A title is revoked, or proposed to be revoked, once at a time.
CREATE UNIQUE INDEX "sanctions_one_revocation" ON "sanctions" ("application_id")
  WHERE "revokes" AND ("state" IN ('proposed', 'in_force', 'lift_requested') OR ("state" = 'lifted' AND NOT "restores_title"));

-- What was proposed stays as it was written, a decision as it was taken; only the next step is added. A sanction that was
-- rejected or lifted is final, and none is removed.
CREATE FUNCTION "keep_sanction"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lifting text[] := ARRAY['state', 'lift_requested_by', 'lift_requested_at', 'lift_reason', 'restores_title', 'lifted_by',
    'lifted_at'];
  steps text[] := lifting || ARRAY['decided_by', 'decided_at', 'decided_reason'];
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.state IN ('rejected', 'lifted') OR to_jsonb(NEW) - steps <> to_jsonb(OLD) - steps
    OR (OLD.state <> 'proposed' AND to_jsonb(NEW) - lifting <> to_jsonb(OLD) - lifting) THEN
    RAISE EXCEPTION 'a sanction is not changed afterwards' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sanctions_kept" BEFORE UPDATE OR DELETE ON "sanctions" FOR EACH ROW EXECUTE FUNCTION "keep_sanction"();
CREATE TRIGGER "sanctions_no_truncate" BEFORE TRUNCATE ON "sanctions" FOR EACH STATEMENT EXECUTE FUNCTION "keep_sanction"();

-- A dismissed request has its decision; an upheld one also the application it led to (复查).
ALTER TABLE "reexaminations"
  ADD CONSTRAINT "reexaminations_state" CHECK (
    ("state" = 'requested' AND num_nonnulls("decided_by", "decided_reason", "decided_at", "new_application_id") = 0) OR
    ("state" = 'dismissed' AND num_nonnulls("decided_by", "decided_reason", "decided_at") = 3 AND "new_application_id" IS NULL) OR
    ("state" = 'upheld' AND num_nonnulls("decided_by", "decided_reason", "decided_at", "new_application_id") = 4));

-- ---------------------------------------------------------------- certificates

-- 证书编号 is given in the transaction that confers the title and rolled back with it, so no number is missing and none is
-- given twice. Transactions that confer titles of one campaign at the same time wait for each other on the counter.
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
-- A certificate keeps its number.
CREATE FUNCTION "keep_certificate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a certificate keeps its number' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "certificates_kept" BEFORE UPDATE ON "certificates" FOR EACH ROW EXECUTE FUNCTION "keep_certificate"();

-- ---------------------------------------------------------------- papers

-- A paper is one of an application or one of a campaign.
ALTER TABLE "printed_papers"
  ADD CONSTRAINT "printed_papers_of_one" CHECK (num_nonnulls("application_id", "campaign_id") = 1),
  ADD CONSTRAINT "printed_papers_subject" CHECK ("subject_id" IS NULL OR "campaign_id" IS NOT NULL);

-- What the codes on signed scans said.
ALTER TABLE "signed_scans"
  ADD CONSTRAINT "signed_scans_verdict" CHECK ("verdict" IN ('same', 'older', 'other_paper', 'unknown', 'unread')),
  ADD CONSTRAINT "signed_scans_code" CHECK (("code" IS NULL) = ("verdict" = 'unread'));

-- Papers of several applications at once.
ALTER TABLE "paper_batches"
  ADD CONSTRAINT "paper_batches_form" CHECK ("form" IN ('zip', 'pdf')),
  ADD CONSTRAINT "paper_batches_copies" CHECK ("copies" BETWEEN 1 AND 2),
  ADD CONSTRAINT "paper_batches_some" CHECK (cardinality("application_ids") > 0),
  ADD CONSTRAINT "paper_batches_done" CHECK ("done" BETWEEN 0 AND cardinality("application_ids"));

-- ---------------------------------------------------------------- originals at the counter and by post

-- A time is published once; an application has one open plan.
ALTER TABLE "counter_slots"
  ADD CONSTRAINT "counter_slots_length" CHECK ("starts_at" < "ends_at"),
  ADD CONSTRAINT "counter_slots_capacity" CHECK ("capacity" BETWEEN 1 AND 200);
CREATE UNIQUE INDEX "counter_slots_once" ON "counter_slots" ("campaign_id", "starts_at") WHERE "cancelled_at" IS NULL;
ALTER TABLE "originals_plans"
  ADD CONSTRAINT "originals_plans_kind" CHECK ("kind" IN ('visit', 'post')),
  ADD CONSTRAINT "originals_plans_visit" CHECK (("kind" = 'visit') = ("slot_id" IS NOT NULL)),
  ADD CONSTRAINT "originals_plans_post" CHECK (num_nonnulls("carrier", "tracking", "sent_on") = CASE "kind" WHEN 'post' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "originals_plans_tracking" CHECK ("tracking" ~ '^[A-Za-z0-9]{8,30}$');
CREATE UNIQUE INDEX "originals_plans_open" ON "originals_plans" ("application_id") WHERE "cancelled_at" IS NULL;
