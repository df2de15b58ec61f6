import type { Facts } from '../application/facts.js';
import { isFinal, type Role, type Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import { addDays, day, endOfDay, type Instant, instantOf, type LocalDate, localDateOf } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';
import { windowOf } from '../policy/policyWindows.js';
import { policyOfRound } from '../policy/rounds.js';

/** What may stand still without any deadline of the law: whom it is told first, and whom later. */
const told = {
  audit: { early: [], first: ['office'], later: [] },
  pause: { early: [], first: ['office'], later: ['supervisor'] },
  objection: { early: [], first: ['office'], later: ['supervisor'] },
  correction_review: { early: ['unit'], first: ['unit', 'office'], later: ['supervisor'] },
  entrusted: { early: [], first: ['office'], later: ['supervisor'] },
  defense: { early: [], first: ['office'], later: ['supervisor'] },
  review: { early: [], first: ['office'], later: ['supervisor'] },
  posting: { early: [], first: ['unit'], later: ['office'] },
} as const satisfies Record<
  string,
  { readonly early: readonly Role[]; readonly first: readonly Role[]; readonly later: readonly Role[] }
>;
export type AlarmKind = keyof typeof told;
export const alarmKinds = Object.keys(told) as readonly AlarmKind[];

/** Something that should have been done by an instant. Nothing follows from it but that people are told. */
export interface Alarm {
  readonly kind: AlarmKind;
  /** From then on it is overdue. */
  readonly at: Instant;
}

/** The end of the day, `days` days after a day in Beijing. */
const daysAfter = (date: LocalDate, days: number): Instant => endOfDay(addDays(date, days));

/** By when a status should have led on; of a status that is not listed the deadlines say so. */
const dueIn: Readonly<Partial<Record<Status, (facts: Facts, since: Instant, policy: Policy) => readonly Alarm[]>>> = {
  committee_audit: ({ profile }, since, policy) => {
    const audit = windowOf('audit', profile, policy);
    // One that arrives late is reported as it arrives: the instant of the arrival itself is past when it is recorded.
    return audit ? [{ kind: 'audit', at: Math.max(instantOf(audit.value.due), since + 1) }] : [];
  },
  correction_review: (_facts, since, { alarms }) => [
    { kind: 'correction_review', at: daysAfter(localDateOf(since), alarms.correctionReviewDays.value) },
  ],
  entrusted: ({ entrustedAt }, since, { entrustedReviewDays }) => [
    { kind: 'entrusted', at: daysAfter(localDateOf(entrustedAt ?? since), entrustedReviewDays.value) },
  ],
  defense: ({ defenseAt }, since, { alarms }) => [
    { kind: 'defense', at: daysAfter(localDateOf(Math.max(since, defenseAt ?? since)), alarms.defenseDays.value) },
  ],
  review: (_facts, since, { alarms }) => [
    { kind: 'review', at: daysAfter(localDateOf(since), alarms.reviewDays.value) },
  ],
  public_notice: ({ noticeFrom, unitPostedAt }, since, { alarms }) =>
    unitPostedAt === null
      ? [{ kind: 'posting', at: daysAfter(noticeFrom ?? localDateOf(since), alarms.postingDays.value) }]
      : [],
};

/** Everything of an application that becomes overdue without a deadline of the law, with the instant at which it does. */
export function alarmsOf(facts: Facts, pinned: Policy): readonly Alarm[] {
  const policy = policyOfRound(pinned, facts.round);
  const { status, since, objections, pausedUntil } = facts;
  const open = objections.find(({ outcome }) => outcome === null);
  const days = policy.alarms.objectionDays.value;
  if (isFinal(status)) return [];
  return [
    ...(since === null ? [] : (dueIn[status]?.(facts, since, policy) ?? [])),
    ...(open ? [{ kind: 'objection', at: daysAfter(localDateOf(open.raisedAt), days) } as const] : []),
    ...(pausedUntil === null ? [] : [{ kind: 'pause', at: endOfDay(pausedUntil) } as const]),
  ];
}

/** What each is called where it is listed as overdue. */
export const alarmLabels: Readonly<Record<AlarmKind, BilingualText>> = {
  audit: { zh: '审核逾期', en: 'Audit overdue' },
  pause: { zh: '期限中止超过计划', en: 'Paused longer than planned' },
  objection: { zh: '异议逾期未办结', en: 'Objection still open' },
  correction_review: { zh: '补正待单位复核', en: 'Correction waits for the unit' },
  entrusted: { zh: '委托评审尚无结果', en: 'Entrusted review without a result' },
  defense: { zh: '答辩未完成', en: 'Defense still to be held' },
  review: { zh: '未提交评审会', en: 'Meeting still to decide' },
  posting: { zh: '单位未确认公示', en: 'Posting not confirmed' },
};

/** Whom an alarm tells, and when: the unit a day before where it has to act, then the office, later the supervisor. */
export function tellingsOf({ kind, at }: Alarm, policy: Policy): readonly (readonly [to: Role, at: Instant])[] {
  const { early, first, later } = told[kind];
  const escalated = at + policy.alarms.escalationDays.value * day;
  return [
    ...early.map((role) => [role, at - day] as const),
    ...first.map((role) => [role, at] as const),
    ...later.map((role) => [role, escalated] as const),
  ];
}
