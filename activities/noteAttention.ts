import { setNeedsAttention } from '../records/application/applications.js';
import type { Database } from '../records/database.js';
import { lettersOf } from '../records/mail/lettersOf.js';
import type { Alarm } from './alarm.js';

const ofLetter = 'mail:';

/**
 * Notes the parked steps of an application for the work queues. Returns the letters among them that the record does not
 * know: nobody but the mail parks letters, so each raises an alarm and counts for nothing.
 */
export async function noteAttention(
  { database, alarm }: { readonly database: Database; readonly alarm: Alarm },
  { applicationId, steps }: { readonly applicationId: string; readonly steps: readonly string[] },
): Promise<readonly string[]> {
  const letters = steps.filter((step) => step.startsWith(ofLetter));
  const ids = letters.map((step) => step.slice(ofLetter.length));
  const known = ids.length > 0 ? await lettersOf(database, { applicationId, ids }) : new Set<string>();
  const unknown = letters.filter((step) => !known.has(step.slice(ofLetter.length)));
  for (const _ of unknown) alarm('step_parked', applicationId);
  await setNeedsAttention(database, { id: applicationId, needsAttention: steps.length > unknown.length });
  return unknown;
}
