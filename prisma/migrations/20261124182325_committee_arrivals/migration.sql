-- Arrivals at the committee: the board counts them by day without reading every event of the campaign. Prisma's schema
-- cannot say a partial index.
CREATE INDEX "events_committee_arrivals" ON "events" ("application_id", "seq") INCLUDE ("at")
  WHERE "to_status" = 'committee_audit' AND "from_status" <> "to_status";
