import type { Calendar } from '../calendar/calendar.js';
import type { Policy } from '../policy/policy.js';
import { runningDeadlines } from './deadlines.js';
import { type Facts, openingFacts } from './facts.js';

/** Who applies for what, where: what a draft starts with. */
export type Identity = Parameters<typeof openingFacts>[0];

/** A draft as it is opened, its filing cutoff already running. */
export function openDraft(identity: Identity, policy: Policy, calendar: Calendar): Facts {
  const facts = openingFacts(identity);
  return { ...facts, deadlines: runningDeadlines(facts, policy, calendar) };
}
