import type { Act } from '../rules/application/act.js';
import type { Facts } from '../rules/application/facts.js';
import {
  arrivingEvents,
  type EventLaw,
  type EventName,
  findLaw,
  personEvents,
  roles,
} from '../rules/application/lifecycle.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { Policy } from '../rules/policy/policy.js';
import { properAct } from './properAct.js';
import { variants } from './variants.js';

/**
 * What is tried: `proper` is as the law asks; `incomplete` lacks something or contradicts itself, and `foreign` comes from
 * somebody who has no business with it: the law has to refuse these two.
 */
export type Manner = 'proper' | 'incomplete' | 'foreign';

export interface Attempt {
  readonly act: Act;
  readonly manner: Manner;
  /** What is special about its data or actor. */
  readonly what: string;
}

/** Events that answer another person's, tried by two of the office and of every other role. */
const secondPerson = (row: EventLaw) =>
  row.guards.some((name) => name.includes('second_person') || name.endsWith('by_another'));

function properAttempts(
  facts: Facts,
  event: EventName,
  row: EventLaw,
  policy: Policy,
  at: Instant,
): readonly Attempt[] {
  const others = variants[row.takes]?.(facts, policy, at) ?? [];
  return row.allowedRoles
    .filter((role) => role !== 'timer' || row.when === undefined)
    .flatMap((role, index) => {
      const made = (more: Parameters<typeof properAct>[4]) => properAct(facts, event, policy, at, { role, ...more });
      const act = made({});
      const attempts: Attempt[] = [{ act, manner: 'proper', what: '' }];
      const unreasoned = row.guards.includes('exception_reasoned') && (facts.unmetConditions ?? []).length > 0;
      if (unreasoned || row.guards.includes('free_text_given')) {
        attempts.push({ act: { ...act, freeTextHash: null }, manner: 'incomplete', what: 'no reason' });
      }
      if (secondPerson(row)) {
        attempts.push({ act: made({ people: { [role]: `${role}-2` } }), manner: 'proper', what: 'another person' });
      }
      // Data is judged alike for every role: one is enough.
      if (index > 0) return attempts;
      for (const { what, manner, data, byAnother, where } of others) {
        if (where && !where(row)) continue;
        const people = byAnother ? { people: { [role]: `${role}-2` } } : {};
        attempts.push({ act: made({ data, ...people }), manner, what });
      }
      return attempts;
    });
}

/** Acts of everybody who has no business with an event: other roles, other places, and the applicant in an office. */
function foreignAttempts(
  facts: Facts,
  event: EventName,
  row: EventLaw,
  policy: Policy,
  at: Instant,
): readonly Attempt[] {
  return roles.flatMap((role): Attempt[] => {
    const act = properAct(facts, event, policy, at, { role });
    const foreign = (what: string, actor: Partial<Act['actor']>): Attempt => ({
      act: { ...act, actor: { ...act.actor, ...actor } },
      manner: 'foreign',
      what,
    });
    if (!row.allowedRoles.includes(role)) return [foreign('a role without it', {})];
    if (role === 'timer' || role === 'public') return [];
    if (role === 'applicant') return [foreign('another applicant', { personId: 'applicant-2' })];
    const elsewhere = foreign('of another place', { scope: 'elsewhere-1' });
    return role === 'bank'
      ? [elsewhere]
      : [elsewhere, foreign('the applicant in an office', { personId: facts.applicantId })];
  });
}

/** Everything but deadlines: what people send, and what is decided elsewhere and arrives. */
export const sent: readonly EventName[] = [...personEvents, ...arrivingEvents];

/**
 * Everything that is tried in a state: each row of the law; with `foreign`, also by everybody who has no business with it,
 * and every event the status does not have. `events`: only these.
 */
export function attemptsIn(
  facts: Facts,
  policy: Policy,
  at: Instant,
  foreign: boolean,
  events: readonly EventName[] = sent,
): readonly Attempt[] {
  return events.flatMap((event): readonly Attempt[] => {
    const row = findLaw(facts.status, event);
    if (!row)
      return !foreign
        ? []
        : [{ act: properAct(facts, event, policy, at), manner: 'foreign', what: 'not in this status' }];
    const attempts = properAttempts(facts, event, row, policy, at);
    return foreign ? [...attempts, ...foreignAttempts(facts, event, row, policy, at)] : attempts;
  });
}
