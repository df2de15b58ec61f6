import { hour, type Instant } from '../../rules/calendar/instant.js';
import { calendar, policy } from './campaign.js';
import { occasions } from './model/occasions.js';
import { type Expectation, ReferenceModel } from './model/referenceModel.js';
import { plannedInstant } from './plannedInstant.js';
import { type Part, roster } from './roster.js';

/** What is to be played, and what the law makes of it. */
export interface Script {
  readonly parts: readonly Part[];
  /** One for each part, in the same order. */
  readonly expected: readonly Expectation[];
  /** An hour after the last deadline has passed and the last occasion is over. */
  readonly until: Instant;
}

/** The script of so many applications, foretold by the law alone. */
export function writeScript(count: number): Script {
  const parts = roster(count, policy);
  const expected = new ReferenceModel(parts, policy, calendar).expectedOf();
  const last = expected.flatMap(({ transitions }) => transitions.map(({ at }) => at));
  const held = occasions.map(({ at }) => plannedInstant(at, policy.year));
  return { parts, expected, until: Math.max(...last, ...held) + hour };
}
