import type { Calendar } from '../calendar/calendar.js';
import type { Policy } from '../policy/policy.js';
import { runningDeadlines } from './deadlines.js';
import { type Facts, openingFacts } from './facts.js';

/** What a draft starts with: who applies, for what, through which unit. */
export type Identity = Parameters<typeof openingFacts>[0];

/** The facts of a new draft, whose filing cutoff runs from the start. */
export function openDraft(identity: Identity, policy: Policy, calendar: Calendar): Facts {
  const facts = openingFacts(identity);
  return { ...facts, deadlines: runningDeadlines(facts, policy, calendar) };
}
