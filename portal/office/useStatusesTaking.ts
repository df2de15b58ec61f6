import type { Status } from '../api/applications.js';
import { useLaw } from '../api/law.js';

/** The statuses in which the law lets the office do something that takes one of these forms, in the order of the road. */
export function useStatusesTaking(...takes: readonly string[]): readonly Status[] | null {
  const law = useLaw();
  if (law === undefined) return null;
  const rows = law.events.filter((row) => takes.includes(row.takes) && row.allowedRoles.includes('office'));
  return law.statuses.filter(({ name }) => rows.some(({ status }) => status === name)).map(({ name }) => name);
}
