import { lawsIn, type Status, statuses } from './lifecycle.js';

/** Statuses in which the committee office audits: those whose events wait for the audit to open. */
export const auditedIn: readonly Status[] = statuses.filter((status) =>
  lawsIn(status).some(([, { guards }]) => guards.includes('audit_open')),
);
