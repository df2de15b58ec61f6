import type { Act, ActData, FormName } from '../rules/application/act.js';
import type { Facts } from '../rules/application/facts.js';
import {
  arrivingEvents,
  type EventName,
  findLaw,
  personEvents,
  type Role,
  statuses,
} from '../rules/application/lifecycle.js';
import { addDays, day, type Instant, localDateOf } from '../rules/calendar/instant.js';
import { asksPositions } from '../rules/campaign/positions.js';
import { feeOf, partPaidIn } from '../rules/candidate/fees.js';
import { originalsRequired, recommendationAttachments } from '../rules/dossier/checklist.js';
import type { Policy } from '../rules/policy/policy.js';
import { type PeopleByRole, properActor } from './properActor.js';

const hash = (letter: string) => letter.repeat(64);

/** A vacant position of the unit, where the policy asks for one. */
export function properPosition({ profile: { level, employerKind } }: Facts, policy: Policy) {
  return asksPositions(policy, employerKind) ? { positions: { level, approved: 1, occupied: 0, held: 0 } } : {};
}

/** Complete and valid data for each form. */
const properData: Readonly<Record<FormName, (facts: Facts, policy: Policy, at: Instant) => ActData>> = {
  nothing: () => ({}),
  freeText: () => ({}),
  submission: ({ profile }) => ({
    dossierHash: hash('a'),
    publishableHash: hash('b'),
    profile,
    missing: [],
    ineligible: [],
    sanctionedUntil: null,
  }),
  resubmission: ({ defects, submissions, publishableHash }) => ({
    dossierHash: hash(String(submissions)),
    publishableHash: publishableHash ?? hash('b'),
    missing: [],
    answered: defects,
  }),
  defects: ({ submissions }) => ({ defects: [`defect-${submissions}-1`, `defect-${submissions}-2`] }),
  attachments: (facts, policy) => ({
    attached: recommendationAttachments(policy),
    unitSanctionedUntil: null,
    ...properPosition(facts, policy),
  }),
  declination: () => ({ unitSanctionedUntil: null }),
  objection: ({ objections }) => ({ objectionId: `objection-${objections.length + 1}` }),
  objectionOutcome: ({ objections }) => ({
    objectionId: objections.find(({ outcome }) => outcome === null)?.id ?? 'none',
    outcome: 'dismissed',
  }),
  posting: () => ({ photo: { documentId: 'photo-1', hash: hash('e') } }),
  payment: ({ profile, status }, policy) => ({
    amount: feeOf(profile, policy, partPaidIn(status) ?? 'review'),
    channel: 'qr',
    voucherHash: hash('c'),
  }),
  originals: ({ profile }, policy) => ({ received: originalsRequired(profile, policy) }),
  appointment: (_facts, policy, at) => ({ at: at + (policy.defense.noticeDays.value + 1) * day }),
  callOff: ({ defenseAt }) => ({ was: defenseAt }),
  scores: () => ({
    panel: { sessionId: 'session-1', experts: ['expert-1', 'expert-2', 'expert-3'], recused: [] },
    sheets: ['expert-1', 'expert-2', 'expert-3'].map((expertId, index) => ({
      expertId,
      points: 8_000 + index * 250,
      recused: false,
    })),
  }),
  meeting: (facts, policy, at) => ({
    ...properPosition(facts, policy),
    tally: { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 },
    metOn: localDateOf(at),
    minutes: { kind: 'taken_over' },
    specialty: { sum: 24_750, count: 3, pending: 0 },
  }),
  entrustment: (_facts, _policy, at) => ({ sentOn: localDateOf(at) }),
  entrustedResult: (_facts, _policy, at) => ({
    passed: true,
    decidedOn: localDateOf(at),
    decision: { documentId: 'decision-1', hash: hash('f') },
  }),
  extension: ({ deadlines }, _policy, at) => {
    const [running] = Object.values(deadlines);
    return { deadline: running?.name ?? 'filing_cutoff', due: (running?.due ?? at) + 2 * day };
  },
  pause: (_facts, _policy, at) => ({ until: addDays(localDateOf(at), 7) }),
  step: () => ({ step: 'record' }),
  sanction: ({ seq }) => ({ sanctionId: `sanction-${seq}` }),
  amendment: (_facts, { version }) => ({ version }),
};

/** A department recommends or declines in place of a unit under sanction only. */
function inPlaceOfUnit(form: FormName, role: Role | undefined): Partial<ActData> {
  return (form === 'attachments' || form === 'declination') && role === 'department'
    ? { unitSanctionedUntil: '2099-12-31' }
    : {};
}

/** An act that the law accepts: the proper actor, complete data, and a hash where the law asks for reasons. */
export function properAct(
  facts: Facts,
  event: EventName,
  policy: Policy,
  at: Instant,
  more: {
    readonly people?: PeopleByRole;
    readonly data?: Partial<ActData>;
    readonly role?: Role;
    readonly key?: string;
  } = {},
): Act {
  if (!personEvents.includes(event) && !arrivingEvents.includes(event))
    throw new Error(`${event} is no act of a person`);
  const laws = [facts.status, ...statuses].flatMap((status) => findLaw(status, event) ?? []);
  const form = laws[0]?.takes ?? 'nothing';
  return {
    key: more.key ?? `${event}-${facts.seq + 1}`,
    event,
    actor: properActor(facts, event, more.people ?? {}, more.role),
    receivedAt: at,
    expectedSeq: null,
    data: { ...properData[form](facts, policy, at), ...inPlaceOfUnit(form, more.role), ...more.data } as ActData,
    freeTextHash: hash('d'),
  };
}
