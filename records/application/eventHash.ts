import { createHash } from 'node:crypto';
import type { Transition } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Identity } from '../../rules/application/opening.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';

/** The previous hash of a campaign's first event. */
export const firstHash = '0'.repeat(64);

/** What an application was opened as, and its short number. */
export type Opening = Identity & { readonly number: string };

/** The first link of an application's chain. */
export function openingOf(facts: Facts, number: string): Opening {
  const { applicationId, campaignId, applicantId, unitId, chain, unitRegion, round, profile, submissions } = facts;
  const identity = { applicationId, campaignId, applicantId, unitId, chain, unitRegion, profile };
  return {
    ...identity,
    number,
    ...(round === null ? {} : { round }),
    // Those of the applicant's earlier applications.
    ...(submissions > 0 ? { submissions } : {}),
  };
}

/** The previous hash of an application's first event: over what it was opened as, and when. */
export function openingHash(opening: Opening, openedAt: Instant): string {
  return hashOf({ ...opening, openedAt });
}

/** sha256 of a value's canonical JSON, in hexadecimal: for free texts, bodies and dossiers. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** An event whose data its reader may not see: their hash holds their place. */
export type Withheld = Omit<Transition, 'data'> & { readonly dataHash: string };

/** The event without its data. */
export function withheld<Event extends Pick<Transition, 'data'>>({ data, ...rest }: Event) {
  return { ...rest, dataHash: hashOf(data) };
}

/**
 * The hash of an event: over all its fields, its application and the previous hash. Its data enter by their hash, so that
 * a chain without an expert's points can be checked as well.
 */
export function eventHash(applicationId: string, transition: Transition | Withheld, prevHash: string): string {
  const hashed = 'data' in transition ? withheld(transition) : transition;
  return hashOf({ applicationId, ...hashed, prevHash });
}
