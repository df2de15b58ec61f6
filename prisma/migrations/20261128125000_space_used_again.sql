-- Every act writes these rows anew. At the usual fifth of dead rows, tables and indexes grow by pages that are never used again.
ALTER TABLE "applications" SET (autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "intakes" SET (autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "outbox" SET (autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "dossiers" SET (autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_vacuum_scale_factor = 0.05);
