import type { Act, ActData, Actor, FormName } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import {
  arrivingEvents,
  type EventName,
  findLaw,
  personEvents,
  type Role,
  statuses,
} from '../../rules/application/lifecycle.js';
import { day, type Instant, localDateOf } from '../../rules/calendar/instant.js';
import { feeOf } from '../../rules/candidate/fees.js';
import { originalsRequired, recommendationAttachments } from '../../rules/dossier/checklist.js';
import type { Policy } from '../../rules/policy/policy.js';

/** Who plays each role in a story; scopes follow the application. */
export type PeopleByRole = Readonly<Partial<Record<Role, string>>>;

const hash = (letter: string) => letter.repeat(64);

/** Data that a person who does everything right sends with an act of each form. */
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
  resubmission: ({ defects, submissions }) => ({
    dossierHash: hash(String(submissions)),
    missing: [],
    answered: defects,
  }),
  defects: ({ submissions }) => ({ defects: [`defect-${submissions}-1`, `defect-${submissions}-2`] }),
  attachments: (_facts, policy) => ({ attached: recommendationAttachments(policy) }),
  objection: ({ objections }) => ({ objectionId: `objection-${objections.length + 1}` }),
  objectionOutcome: ({ objections }) => ({
    objectionId: objections.find(({ outcome }) => outcome === null)?.id ?? 'none',
    outcome: 'dismissed',
  }),
  posting: () => ({ photo: { documentId: 'photo-1', hash: hash('e') } }),
  payment: ({ profile }, policy) => ({
    amount: feeOf(profile, policy),
    channel: 'qr',
    voucherHash: hash('c'),
  }),
  originals: ({ profile }, policy) => ({ received: originalsRequired(profile, policy) }),
  appointment: (_facts, policy, at) => ({ at: at + (policy.defense.noticeDays.value + 1) * day }),
  callOff: ({ defenseAt }) => ({ was: defenseAt }),
  scores: () => ({
    sheets: ['expert-1', 'expert-2', 'expert-3'].map((expertId, index) => ({
      expertId,
      points: 8_000 + index * 250,
      recused: false,
    })),
  }),
  meeting: (_facts, _policy, at) => ({
    tally: { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 },
    metOn: localDateOf(at),
    specialty: { sum: 24_750, count: 3, pending: 0 },
  }),
  extension: ({ deadlines }, _policy, at) => {
    const [running] = Object.values(deadlines);
    return { deadline: running?.name ?? 'filing_cutoff', due: (running?.due ?? at) + 2 * day };
  },
  step: () => ({ step: 'record' }),
  sanction: ({ seq }) => ({ sanctionId: `sanction-${seq}` }),
  amendment: (_facts, { version }) => ({ version }),
};

/** The actor who may do an event, as the cast plays it, bound to this application's unit, department or campaign. */
export function properActor(facts: Facts, event: EventName, people: PeopleByRole, role?: Role): Actor {
  const status = findLaw(facts.status, event) ? facts.status : statuses.find((other) => findLaw(other, event));
  const chosen = role ?? (status ? findLaw(status, event)?.allowedRoles[0] : undefined) ?? 'office';
  const scopes: Partial<Record<Role, string | null>> = {
    applicant: null,
    unit: facts.unitId,
    department: facts.chain[facts.chainLevel] ?? null,
    timer: null,
  };
  const scope = chosen in scopes ? (scopes[chosen] ?? null) : facts.campaignId;
  const personId = chosen === 'applicant' ? facts.applicantId : (people[chosen] ?? `${chosen}-1`);
  return { role: chosen, personId, scope };
}

/** An act done right: the proper actor, complete data, words where the law asks for reasons. */
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
  const form = findLaw(facts.status, event)?.takes ?? 'nothing';
  return {
    key: more.key ?? `${event}-${facts.seq + 1}`,
    event,
    actor: properActor(facts, event, more.people ?? {}, more.role),
    receivedAt: at,
    expectedSeq: null,
    data: { ...properData[form](facts, policy, at), ...more.data } as ActData,
    freeTextHash: hash('d'),
  };
}
