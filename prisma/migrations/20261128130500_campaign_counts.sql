-- CreateTable
CREATE TABLE "campaign_counts" (
    "campaign_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "campaign_counts_pkey" PRIMARY KEY ("campaign_id","kind","name","detail")
);

-- CreateTable
CREATE TABLE "campaign_count_changes" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "campaign_count_changes_pkey" PRIMARY KEY ("id")
);

-- A statement appends by how much it changes a count and waits for no other; a worker adds the changes up from time to time.
-- The product's role of an earlier release, which still runs while this is migrated, has no right to these tables: their owner writes.
ALTER TABLE "campaign_count_changes" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- As what an application is counted: by its status with level and specialty, and by each deadline that runs with its due
-- instant in milliseconds. One that stands still is earlier than the due instant of the row, or the row has none.
CREATE FUNCTION "counted_as"("status" TEXT, "level" TEXT, "specialty" TEXT, "due" TIMESTAMPTZ, "facts" JSONB)
RETURNS TABLE ("kind" TEXT, "name" TEXT, "detail" TEXT) STABLE LANGUAGE sql AS $$
  SELECT 'status', "status", "level" || ' ' || "specialty"
  UNION ALL
  SELECT 'deadline', "key", "value"->>'due' FROM jsonb_each("facts"->'deadlines')
  WHERE ("value"->>'due')::numeric >= extract(epoch FROM "due") * 1000
$$;

CREATE FUNCTION "count_applications"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_count_changes (campaign_id, kind, name, detail, change)
    SELECT campaign_id, counted.kind, counted.name, counted.detail, count(*)
    FROM written CROSS JOIN LATERAL counted_as(status, level, specialty, due, facts) AS counted GROUP BY 1, 2, 3, 4;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO campaign_count_changes (campaign_id, kind, name, detail, change)
    SELECT campaign_id, counted.kind, counted.name, counted.detail, -count(*)
    FROM replaced CROSS JOIN LATERAL counted_as(status, level, specialty, due, facts) AS counted GROUP BY 1, 2, 3, 4;
  ELSE
    INSERT INTO campaign_count_changes (campaign_id, kind, name, detail, change)
    SELECT campaign_id, kind, name, detail, sum(change) FROM (
      SELECT campaign_id, counted.*, 1 AS change
      FROM written CROSS JOIN LATERAL counted_as(status, level, specialty, due, facts) AS counted
      UNION ALL SELECT campaign_id, counted.*, -1
      FROM replaced CROSS JOIN LATERAL counted_as(status, level, specialty, due, facts) AS counted
    ) AS changed GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0;
  END IF;
  RETURN NULL;
END $$;

-- Arrivals at the committee by day in Beijing, those of applications that had arrived before apart.
CREATE FUNCTION "count_arrival"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO campaign_count_changes (campaign_id, kind, name, detail, change)
  SELECT campaign_id, 'arrival', CASE WHEN EXISTS (SELECT FROM events WHERE application_id = NEW.application_id AND seq < NEW.seq
      AND to_status = 'committee_audit' AND from_status <> to_status) THEN 'again' ELSE 'first' END,
    to_char(NEW.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), 1
  FROM applications WHERE id = NEW.application_id;
  RETURN NULL;
END $$;

-- From here on nothing is written that is not counted, until the end of this migration.
LOCK TABLE "applications", "events" IN SHARE ROW EXCLUSIVE MODE;
CREATE TRIGGER "applications_counted_first" AFTER INSERT ON "applications" REFERENCING NEW TABLE AS "written"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_applications"();
CREATE TRIGGER "applications_counted_anew" AFTER UPDATE ON "applications" REFERENCING OLD TABLE AS "replaced" NEW TABLE AS "written"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_applications"();
CREATE TRIGGER "applications_counted_no_more" AFTER DELETE ON "applications" REFERENCING OLD TABLE AS "replaced"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_applications"();
CREATE TRIGGER "events_counted" AFTER INSERT ON "events" FOR EACH ROW
  WHEN (NEW."to_status" = 'committee_audit' AND NEW."from_status" <> NEW."to_status") EXECUTE FUNCTION "count_arrival"();

INSERT INTO "campaign_counts" ("campaign_id", "kind", "name", "detail", "count")
SELECT "campaign_id", "counted"."kind", "counted"."name", "counted"."detail", count(*)
FROM "applications" CROSS JOIN LATERAL "counted_as"("status", "level", "specialty", "due", "facts") AS "counted" GROUP BY 1, 2, 3, 4;
INSERT INTO "campaign_counts" ("campaign_id", "kind", "name", "detail", "count")
SELECT "campaign_id", 'arrival', CASE "place" WHEN 1 THEN 'first' ELSE 'again' END,
  to_char("at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), count(*)
FROM (
  SELECT "application_id", "at", row_number() OVER (PARTITION BY "application_id" ORDER BY "seq") AS "place" FROM "events"
  WHERE "to_status" = 'committee_audit' AND "from_status" <> "to_status"
) AS "arrivals" JOIN "applications" ON "applications"."id" = "arrivals"."application_id" GROUP BY 1, 3, 4;

-- Few of many, for the board: who reaches the retirement age, a campaign's parked steps, and what is overdue without a deadline.
CREATE INDEX "dossiers_retiring" ON "dossiers" ("application_id") WHERE "retiring";
CREATE INDEX "applications_campaign_attention" ON "applications" ("campaign_id", (COALESCE("due", 'infinity'::timestamptz)), "id") WHERE "needs_attention";
CREATE INDEX "applications_stalled" ON "applications" ("campaign_id", (("facts"->>'overdueAt')::float8)) WHERE "facts"->>'overdueAt' IS NOT NULL;
