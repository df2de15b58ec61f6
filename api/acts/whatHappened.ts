import type { Database } from '../../records/database.js';
import { eventsSince } from '../../records/eventsSince.js';
import { isoInBeijing } from '../../rules/instant.js';
import { eventWords, roleWords } from '../../rules/words.js';
import type { Happened } from '../problem.js';

/** The last few events since the page somebody saw: which event, whose, when; never what was written. */
export async function whatHappened(db: Database, applicationId: string, seq: number): Promise<readonly Happened[]> {
  const events = await eventsSince(db, { applicationId, seq, limit: 5 });
  return events.map(({ event, role, at, ...rest }) => ({
    ...rest,
    event,
    role,
    words: `${roleWords[role].zh}：${eventWords[event].zh}`,
    at: isoInBeijing(at),
  }));
}
