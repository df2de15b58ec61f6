-- Whether the candidate reaches the retirement age during the review, beside what every queue reads of an application: the form knows it, and a
-- trigger takes it over. So the board counts those of a campaign by an index, and a line of a queue does not look into the forms.
-- Release 1.0.0 inserts whole rows, in which a column it does not know is null: that means no.
ALTER TABLE "applications" ADD COLUMN "retiring" BOOLEAN;

CREATE FUNCTION "take_over_retiring"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE applications SET retiring = NEW.retiring WHERE id = NEW.application_id AND retiring IS DISTINCT FROM NEW.retiring;
  RETURN NULL;
END $$;

-- From here on no form and no application changes unnoticed, until the end of this migration.
LOCK TABLE "applications", "dossiers" IN SHARE ROW EXCLUSIVE MODE;
CREATE TRIGGER "dossiers_retiring_first" AFTER INSERT ON "dossiers" FOR EACH ROW WHEN (NEW."retiring") EXECUTE FUNCTION "take_over_retiring"();
CREATE TRIGGER "dossiers_retiring_anew" AFTER UPDATE OF "retiring" ON "dossiers" FOR EACH ROW WHEN (OLD."retiring" <> NEW."retiring")
  EXECUTE FUNCTION "take_over_retiring"();
UPDATE "applications" SET "retiring" = true WHERE "id" IN (SELECT "application_id" FROM "dossiers" WHERE "retiring");

CREATE INDEX "applications_retiring" ON "applications" ("campaign_id", (COALESCE("due", 'infinity'::timestamptz)), "id") INCLUDE ("status", "due")
  WHERE "retiring";

-- Each application is counted by its status and due instant in milliseconds besides: how many are past it is then a sum.
CREATE OR REPLACE FUNCTION "counted_as"("status" TEXT, "level" TEXT, "specialty" TEXT, "due" TIMESTAMPTZ, "facts" JSONB)
RETURNS TABLE ("kind" TEXT, "name" TEXT, "detail" TEXT) STABLE LANGUAGE sql AS $$
  SELECT 'status', "status", "level" || ' ' || "specialty"
  UNION ALL
  SELECT 'due', "status", (extract(epoch FROM "due") * 1000)::bigint::text WHERE "due" IS NOT NULL
  UNION ALL
  SELECT 'deadline', "key", "value"->>'due' FROM jsonb_each("facts"->'deadlines')
  WHERE ("value"->>'due')::numeric >= extract(epoch FROM "due") * 1000
$$;

INSERT INTO "campaign_counts" ("campaign_id", "kind", "name", "detail", "count")
SELECT "campaign_id", 'due', "status", (extract(epoch FROM "due") * 1000)::bigint::text, count(*)
FROM "applications" WHERE "due" IS NOT NULL GROUP BY 1, 3, 4;
