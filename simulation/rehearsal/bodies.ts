import type { FormName } from '../../rules/application/act.js';
import type { EventName } from '../../rules/application/lifecycle.js';
import { isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { feeOf } from '../../rules/candidate/fees.js';
import { originalsRequired } from '../../rules/dossier/checklist.js';
import { formOfEvent } from './model/expectedAct.js';
import { expertsPoints, proposedDefects, proposedTally } from './model/proper.js';
import type { Step } from './plan.js';
import { plannedInstant } from './plannedInstant.js';
import type { Part } from './roster.js';
import { hearingOf } from './turns.js';

/** What somebody sees on the application's page before they act: what they have to answer or to resolve. */
export interface Page {
  readonly defects: readonly string[];
  readonly objections: readonly { readonly id: string; readonly outcome: string | null }[];
}

const reasonOf = ({ data }: Step) => (data.silent ? {} : { reason: '演练：按规定写明的理由。' });
const isoOf = (at: string | undefined, step: Step, part: Part) =>
  isoInBeijing(plannedInstant(at ?? step.at, part.candidacy.policy.year));

const bodies: Readonly<Record<FormName, (step: Step, part: Part, page: Page) => object>> = {
  nothing: () => ({}),
  submission: () => ({}),
  step: () => ({}),
  amendment: () => ({}),
  sanction: () => ({}),
  freeText: (step) => reasonOf(step),
  attachments: (step) => reasonOf(step),
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
  payment: ({ data }, { candidacy: { profile, policy, person } }) => ({
    amount: data.amount ?? feeOf(profile, policy),
    channel: 'qr',
    voucher: `V${person.index}`,
  }),
  originals: ({ data }, { candidacy: { profile, policy } }) => ({
    received: data.received ?? originalsRequired(profile, policy),
  }),
  appointment: (step, part) => ({ at: isoInBeijing(hearingOf(step, part)), place: '地区综合办公区2号楼5楼' }),
  callOff: reasonOf,
  scores: ({ data }, part) => ({
    sheets: expertsPoints(data, part).map((points, index) => ({
      expertId: `expert-${index + 1}`,
      points,
      recused: index === 0 && data.recused === true,
    })),
  }),
  meeting: (step, part) => ({
    metOn: step.data.metOn ?? localDateOf(plannedInstant(step.at, part.candidacy.policy.year)),
    tally: proposedTally(step.data),
  }),
  extension: (step, part) => ({
    ...reasonOf(step),
    deadline: step.data.deadline,
    due: isoOf(step.data.due, step, part),
  }),
};

/** Whether somebody has to look at the application's page to know what to send. */
export function looksFirst(event: EventName): boolean {
  return ['resubmission', 'objectionOutcome'].includes(formOfEvent(event));
}

/** The request a person sends for a step: right in everything the step does not name. */
export function bodyOf(step: Step & { readonly event: EventName }, part: Part, page: Page): object {
  return bodies[formOfEvent(step.event)](step, part, page);
}
