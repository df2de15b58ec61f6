import type { Status } from '../api/applications.js';
import { useLaw } from '../api/law.js';

/**
 * The statuses in which the office has an act that takes one of these inputs, in the order of the main path; null until
 * the law is loaded.
 */
export function useStatusesTaking(...takes: readonly string[]): readonly Status[] | null {
  const law = useLaw();
  if (law === undefined) return null;
  const rows = law.events.filter((row) => takes.includes(row.takes) && row.allowedRoles.includes('office'));
  return law.statuses.filter(({ name }) => rows.some(({ status }) => status === name)).map(({ name }) => name);
}
