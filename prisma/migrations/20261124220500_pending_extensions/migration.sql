-- Extensions that wait for a second person: few of many, found without reading a campaign. In the order of the work queue.
CREATE INDEX "applications_extension_pending" ON "applications" ((COALESCE("due", 'infinity'::timestamptz)), "id")
  WHERE "facts"->>'pendingExtension' IS NOT NULL;
