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

-- CreateIndex
CREATE INDEX "defense_sessions_campaign_id_starts_at_idx" ON "defense_sessions"("campaign_id", "starts_at");

-- CreateIndex
CREATE INDEX "defense_panel_expert_id_idx" ON "defense_panel"("expert_id");

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

-- What Prisma's schema cannot say.

ALTER TABLE "defense_sessions"
  ADD CONSTRAINT "defense_sessions_state" CHECK ("state" IN ('planned', 'published', 'closed', 'cancelled')),
  ADD CONSTRAINT "defense_sessions_time" CHECK ("ends_at" > "starts_at" AND "minutes" > 0),
  ADD CONSTRAINT "defense_sessions_cancelled" CHECK (("state" = 'cancelled') = ("cancelled_reason" IS NOT NULL));
CREATE INDEX "defense_sessions_live" ON "defense_sessions" ("starts_at", "ends_at") WHERE "state" IN ('planned', 'published');
CREATE UNIQUE INDEX "defense_panel_one_leader" ON "defense_panel" ("session_id") WHERE "leader";
ALTER TABLE "defense_slots"
  ADD CONSTRAINT "defense_slots_ordinal" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "defense_slots_outcome" CHECK ("outcome" IN ('scored', 'absent', 'moved', 'cancelled'));
-- Nobody waits for two turns at once.
CREATE UNIQUE INDEX "defense_slots_one_to_come" ON "defense_slots" ("application_id") WHERE "outcome" IS NULL;
ALTER TABLE "score_sheets"
  ADD CONSTRAINT "score_sheets_total" CHECK ("total" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "score_sheets_submitted" CHECK (("total" IS NULL) = ("submitted_at" IS NULL));

CREATE FUNCTION "keep_submitted_sheet"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submitted_at IS NOT NULL THEN
    RAISE EXCEPTION 'a submitted score sheet is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "score_sheets_kept" BEFORE UPDATE OR DELETE ON "score_sheets" FOR EACH ROW EXECUTE FUNCTION "keep_submitted_sheet"();
