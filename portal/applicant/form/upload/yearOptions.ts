import { now } from '../../../api/config.js';

/** The years a document may concern, this one first. */
export function yearOptions(): { readonly value: number; readonly label: string }[] {
  const thisYear = new Date(now()).getFullYear();
  return Array.from({ length: 12 }, (_, back) => ({ value: thisYear - back, label: `${thisYear - back}` }));
}
