-- Letters about anything but an application's course wait in the outbox too: one queue, one list, one number for readers.

-- AlterTable
ALTER TABLE "outbox" ALTER COLUMN "application_id" DROP NOT NULL,
  ALTER COLUMN "seq" DROP NOT NULL,
  ADD COLUMN "campaign_id" TEXT,
  ADD COLUMN "personal" BOOLEAN NOT NULL DEFAULT false;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- AddForeignKey
ALTER TABLE "letter_repairs" ADD CONSTRAINT "letter_repairs_outbox_id_fkey" FOREIGN KEY ("outbox_id") REFERENCES "outbox"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "outbox" ADD CONSTRAINT "outbox_about" CHECK (("application_id" IS NULL) = ("seq" IS NULL));
CREATE UNIQUE INDEX "outbox_matter_key" ON "outbox" ("key") WHERE "application_id" IS NULL;
ALTER TABLE "letter_repairs" ADD CONSTRAINT "letter_repairs_repair" CHECK ("repair" IN ('retry_step', 'skip_step'));

-- What waited elsewhere until now.

INSERT INTO "outbox" ("campaign_id", "kind", "role", "scope", "key", "detail", "state", "attempts", "next_attempt_at", "sent_at", "last_error")
SELECT letter."campaign_id", 'campaign_' || event."event", letter."role", letter."scope",
  'campaign:' || letter."campaign_id" || '.' || letter."seq" || '.' || letter."role" || '.' || letter."scope",
  jsonb_build_object('at', (extract(epoch FROM event."at") * 1000)::bigint),
  letter."state", letter."attempts", letter."next_attempt_at",
  CASE letter."state" WHEN 'sent' THEN COALESCE(letter."sent_at", event."at") END, letter."last_error"
FROM "campaign_letters" AS letter
JOIN "campaign_events" AS event ON event."campaign_id" = letter."campaign_id" AND event."seq" = letter."seq"
ORDER BY letter."id";

INSERT INTO "outbox" ("campaign_id", "kind", "role", "scope", "personal", "key", "detail", "state", "attempts", "next_attempt_at", "sent_at", "last_error")
SELECT letter."campaign_id", 'invitation_' || letter."kind", 'expert', expert."person_id", true,
  'invitation_' || letter."kind" || ':' || letter."campaign_id" || '.' || letter."committee" || '.' || letter."expert_id",
  jsonb_build_object('at', (extract(epoch FROM COALESCE(draw."drawn_at", draw."committed_at")) * 1000)::bigint, 'position', place."position", 'ordinal', place."ordinal"),
  letter."state", letter."attempts", letter."next_attempt_at", letter."sent_at", letter."last_error"
FROM "invitation_letters" AS letter
JOIN "committee_members" AS place ON place."campaign_id" = letter."campaign_id" AND place."committee" = letter."committee"
  AND place."expert_id" = letter."expert_id"
JOIN "draws" AS draw ON draw."id" = place."draw_id"
JOIN "experts" AS expert ON expert."id" = letter."expert_id"
ORDER BY letter."id";

DROP TABLE "campaign_letters";
DROP TABLE "invitation_letters";
