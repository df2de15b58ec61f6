import type { Act, ActData, FormName } from '../rules/application/act.js';
import type { Facts } from '../rules/application/facts.js';
import {
  arrivingEvents,
  type EventLaw,
  type EventName,
  findLaw,
  personEvents,
  roles,
} from '../rules/application/lifecycle.js';
import { day, type Instant, localDateOf } from '../rules/calendar/instant.js';
import type { Policy } from '../rules/policy/policy.js';
import { properAct } from './properAct.js';

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

interface Variant {
  readonly what: string;
  readonly manner: 'proper' | 'incomplete';
  readonly data: Partial<ActData> | Readonly<Record<string, unknown>>;
}

const proper = (what: string, data: Variant['data']): Variant => ({ what, manner: 'proper', data });
const incomplete = (what: string, data: Variant['data']): Variant => ({ what, manner: 'incomplete', data });

const missing = [{ section: 'education', field: null, clause: '测试', message: '缺少', messageEn: 'missing' }];
const tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };

/** Other data of each form than the proper one. */
const variants: Readonly<Partial<Record<FormName, (facts: Facts, policy: Policy, at: Instant) => readonly Variant[]>>> =
  {
    submission: () => [
      proper('another published part', { publishableHash: 'f'.repeat(64) }),
      incomplete('something missing', { missing }),
      incomplete('not eligible', { ineligible: missing }),
      incomplete('sanctioned', { sanctionedUntil: '2099-12-31' }),
      incomplete('under way under another account', {
        underOtherAccounts: [{ status: 'unit_review', submissions: 0, specialty: '' }],
      }),
    ],
    resubmission: ({ defects }) => [
      proper('another published part', { publishableHash: 'f'.repeat(64) }),
      ...(defects.length > 0 ? [incomplete('a defect without an answer', { answered: defects.slice(1) })] : []),
      incomplete('something missing', { missing }),
    ],
    defects: () => [incomplete('no defect', { defects: [] })],
    objection: () => [proper('by nobody who can be reached', { unreachable: true })],
    objectionOutcome: () => [
      proper('upheld', { outcome: 'upheld' }),
      incomplete('another objection', { objectionId: 'objection-99' }),
    ],
    payment: ({ profile: _profile }, _policy, at) => [
      incomplete('another amount', { amount: 1 }),
      incomplete('money of tomorrow', { paidOn: localDateOf(at + day) }),
    ],
    appointment: (_facts, policy, at) =>
      policy.defense.noticeDays.value > 0 ? [incomplete('at once', { at: at + 60_000 })] : [],
    meeting: (_facts, _policy, at) => [
      proper('not passed', { tally: { ...tally, agree: 7, disagree: 4, abstain: 0 } }),
      incomplete('votes that do not add up', { tally: { ...tally, agree: 8 } }),
      incomplete('too few attending', { tally: { ...tally, attending: 7, agree: 7, disagree: 0, abstain: 0 } }),
      incomplete('too small a committee', {
        tally: { committee: 3, attending: 3, recused: 0, agree: 3, disagree: 0, abstain: 0 },
      }),
      incomplete('a meeting of tomorrow', { metOn: localDateOf(at + day) }),
    ],
    extension: ({ deadlines }, _policy, at) => [
      ...Object.values(deadlines).map(({ name, due }) => proper(`of ${name}`, { deadline: name, due: due + 2 * day })),
      ...Object.values(deadlines).map(({ name, due }) => incomplete(`${name} not later`, { deadline: name, due })),
      incomplete('of what does not run', { deadline: 'nothing_of_the_kind', due: at + day }),
    ],
  };

/** Events that answer another person's, tried by two of the office and of every other role. */
const secondPerson = (row: EventLaw) => row.guards.some((name) => name.includes('second_person'));

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
      if (row.guards.includes('free_text_given')) {
        attempts.push({ act: { ...act, freeTextHash: null }, manner: 'incomplete', what: 'no reason' });
      }
      if (secondPerson(row)) {
        attempts.push({ act: made({ people: { [role]: `${role}-2` } }), manner: 'proper', what: 'another person' });
      }
      // Data is judged alike for every role: one is enough.
      if (index > 0) return attempts;
      for (const { what, manner, data } of others) attempts.push({ act: made({ data }), manner, what });
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
