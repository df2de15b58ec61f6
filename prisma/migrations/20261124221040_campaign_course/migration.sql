-- CreateTable
CREATE TABLE "campaign_states" (
    "campaign_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "last_hash" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_lives_pkey" PRIMARY KEY ("campaign_id")
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
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "campaign_events_pkey" PRIMARY KEY ("campaign_id","seq")
);

-- CreateTable
CREATE TABLE "campaign_free_texts" (
    "campaign_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "free_text" JSONB NOT NULL,
    "body_hash" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_free_texts_pkey" PRIMARY KEY ("campaign_id","key")
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
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_statistics_pkey" PRIMARY KEY ("campaign_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaign_events_campaign_id_key_key" ON "campaign_events"("campaign_id", "key");

-- AddForeignKey
ALTER TABLE "campaign_states" ADD CONSTRAINT "campaign_lives_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_events" ADD CONSTRAINT "campaign_events_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_free_texts" ADD CONSTRAINT "campaign_free_texts_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_fan_outs" ADD CONSTRAINT "campaign_fan_outs_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_statistics" ADD CONSTRAINT "campaign_statistics_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "campaign_events_append_only" BEFORE UPDATE OR DELETE ON "campaign_events" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "campaign_events_no_truncate" BEFORE TRUNCATE ON "campaign_events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
