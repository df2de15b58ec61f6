import { formOf } from '../../api/acts/formOf.js';
import type { FormName } from '../../rules/application/act.js';
import type { EventName } from '../../rules/application/lifecycle.js';
import { addDays, isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { eventOfPart, feeOf } from '../../rules/candidate/fees.js';
import { originalsRequired } from '../../rules/dossier/checklist.js';
import { unitDecision } from '../hurried/bodies.js';
import { hearingAt } from './hearingTurns.js';
import { proposedDefects, proposedTally } from './model/stepDefaults.js';
import type { Step } from './plans/plan.js';
import { plannedInstant } from './plans/plannedInstant.js';
import type { RehearsalCase } from './rehearsalCase.js';

/** What the application's page shows that a request refers to: defects to answer, objections to resolve. */
export interface ApplicationPage {
  readonly defects: readonly string[];
  readonly objections: readonly { readonly id: string; readonly outcome: string | null }[];
}

const reasonOf = ({ data }: Step) => (data.silent ? {} : { reason: '演练：按规定写明的理由。' });
const isoOf = (at: string | undefined, step: Step, testCase: RehearsalCase) =>
  isoInBeijing(plannedInstant(at ?? step.at, testCase.candidacy.policy.year));

const dayOf = ({ at }: Step, { candidacy }: RehearsalCase) => localDateOf(plannedInstant(at, candidacy.policy.year));

const bodies: Readonly<Record<FormName, (step: Step, testCase: RehearsalCase, page: ApplicationPage) => object>> = {
  nothing: () => ({}),
  submission: () => ({}),
  step: () => ({}),
  amendment: () => ({}),
  sanction: () => ({}),
  freeText: (step) => reasonOf(step),
  attachments: (step, testCase) => ({
    ...reasonOf(step),
    ...(step.data.undecided ? {} : unitDecision(dayOf(step, testCase))),
  }),
  resubmission: ({ data }, _part, { defects }) => ({
    answers: defects.slice(data.unanswered ?? 0).map((defect) => ({ defect, text: '已按意见补正。' })),
  }),
  defects: (step) => ({ ...reasonOf(step), defects: proposedDefects(step.data) }),
  objection: (step) => ({ ...reasonOf(step), name: '演练异议人', contact: '13909970000' }),
  objectionOutcome: (step, _part, { objections }) => ({
    ...reasonOf(step),
    objectionId: step.data.unknown ? 'unknown' : (objections.find(({ outcome }) => outcome === null)?.id ?? 'none'),
    outcome: step.data.outcome,
  }),
  posting: () => ({}),
  payment: ({ data, event }, { candidacy: { profile, policy, person } }) => ({
    amount: data.amount ?? feeOf(profile, policy, event === eventOfPart.defense ? 'defense' : 'review'),
    channel: 'qr',
    voucher: `V${person.index}`,
  }),
  originals: ({ data }, { candidacy: { profile, policy } }) => ({
    received: data.received ?? originalsRequired(profile, policy),
  }),
  appointment: (step, testCase) => ({ at: isoInBeijing(hearingAt(step, testCase)), place: '地区综合办公区2号楼5楼' }),
  declination: reasonOf,
  callOff: reasonOf,
  pause: (step, testCase) => ({
    ...reasonOf(step),
    until: addDays(localDateOf(plannedInstant(step.at, testCase.candidacy.policy.year)), 7),
  }),
  scores: () => ({}),
  meeting: (step, testCase) => ({
    metOn: step.data.metOn ?? localDateOf(plannedInstant(step.at, testCase.candidacy.policy.year)),
    tally: proposedTally(step.data),
  }),
  entrustment: (step, testCase) => ({
    sentOn: dayOf(step, testCase),
    sentTo: '外省评审委员会',
    number: '演练委〔1〕号',
  }),
  entrustedResult: (step, testCase) => ({
    passed: true,
    decidedOn: dayOf(step, testCase),
    decidedBy: '外省评审委员会',
    number: '演练评〔1〕号',
  }),
  extension: (step, testCase) => ({
    ...reasonOf(step),
    deadline: step.data.deadline,
    due: isoOf(step.data.due, step, testCase),
  }),
};

/** Whether the request of an event depends on the application's page. */
export function readsPageFirst(event: EventName): boolean {
  return ['resubmission', 'objectionOutcome'].includes(formOf(event));
}

/** The request body of a step: complete and valid in everything the step does not change. */
export function bodyOf(
  step: Step & { readonly event: EventName },
  testCase: RehearsalCase,
  page: ApplicationPage,
): object {
  return bodies[formOf(step.event)](step, testCase, page);
}
