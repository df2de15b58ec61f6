import type { DeadlineName } from '../../../rules/application/deadlines.js';
import type { Facts } from '../../../rules/application/facts.js';
import type { EventName, Role, Status } from '../../../rules/application/lifecycle.js';
import { addDays, localDateOf } from '../../../rules/calendar/instant.js';
import { bodyOf as properBody } from '../../hurried/bodies.js';
import { tenActs } from '../../hurried/campaign.js';

/** One step of an application: an act over HTTP, or waiting for the next deadline. */
export type Step =
  | 'wait'
  | EventName
  | { readonly event: EventName; readonly role?: Role; readonly body: (facts: Facts) => object };

/** An application of the test: its first status, its steps and its last status. */
export interface Path {
  /** Imported in this status with this deadline so many seconds ahead; absent: it begins as a draft. */
  readonly from?: { readonly status: Status; readonly deadline: DeadlineName; readonly seconds: number };
  readonly steps: readonly Step[];
  readonly ends: Status;
}

const upToAudit: readonly Step[] = ['submit', 'post_publicity', 'recommend', 'forward'];
const upToTally: readonly Step[] = tenActs.slice(0, -1);
const tally = { committee: 11, attending: 11, recused: 0, agree: 7, disagree: 4, abstain: 0 };
const failed: Step = { event: 'record_tally', body: () => ({ ...properBody('record_tally'), tally }) };
const upheld: Step = {
  event: 'resolve_objection',
  role: 'supervisor',
  body: ({ objections }) => ({ objectionId: objections.at(-1)?.id, outcome: 'upheld', reason: '异议成立' }),
};
const soon = (status: Status, deadline: DeadlineName, seconds: number) => ({ status, deadline, seconds });
/** Seconds that suffice to meet the deadline, however often a process is killed. */
const later = 600;

const reasoned = { reason: '按规定办理' };
const written: Readonly<Partial<Record<EventName, (facts: Facts) => object>>> = {
  decline: () => reasoned,
  refuse: () => reasoned,
  withdraw: () => reasoned,
  toll: () => ({ ...reasoned, until: addDays(localDateOf(Date.now()), 7) }),
  untoll: () => reasoned,
  return_for_correction: () => ({ ...reasoned, defects: [{ section: 'education', field: 'entries.0', text: '不清' }] }),
  resubmit: ({ defects }) => ({ answers: defects.map((defect) => ({ defect, text: '已补正' })) }),
  raise_objection: () => ({ ...reasoned, name: '李四', contact: '0997-0000000' }),
};

/** The body of the request for a step, given the application's facts. */
export function bodyOf(step: Exclude<Step, 'wait'>, facts: Facts): object {
  if (typeof step !== 'string') return step.body(facts);
  return written[step]?.(facts) ?? properBody(step);
}

const conferred: Path = { steps: tenActs, ends: 'conferred' };

/** Twenty applications: every final status, and every deadline met or missed. */
export const paths: readonly Path[] = [
  ...[conferred, conferred, conferred, conferred],
  { steps: ['submit', 'decline'], ends: 'not_recommended' },
  { steps: [...upToAudit, 'refuse'], ends: 'not_accepted' },
  { steps: [...upToTally, failed], ends: 'not_passed' },
  { steps: ['submit', 'withdraw'], ends: 'withdrawn' },
  {
    steps: [
      ...upToAudit,
      'return_for_correction',
      'resubmit',
      'return_for_correction',
      'resubmit',
      ...tenActs.slice(4),
    ],
    ends: 'conferred',
  },
  { steps: [...upToAudit, 'return_for_correction', 'resubmit', 'refuse'], ends: 'not_accepted' },
  { from: soon('correction', 'correction_due', 8), steps: ['wait'], ends: 'lapsed' },
  { from: soon('correction', 'correction_due', 24), steps: ['wait'], ends: 'lapsed' },
  { from: soon('correction', 'correction_due', later), steps: ['resubmit', 'accept', 'withdraw'], ends: 'withdrawn' },
  {
    from: soon('correction', 'correction_due', later),
    // The form differs from what its imported past published, so that the unit has the correction in hand now.
    steps: ['toll', 'approve_toll', 'untoll', 'resubmit', 'withdraw'],
    ends: 'withdrawn',
  },
  { from: soon('payment', 'payment_due', 14), steps: ['wait'], ends: 'lapsed' },
  { from: soon('superior_review', 'filing_cutoff', 20), steps: ['wait'], ends: 'lapsed' },
  { from: soon('unit_publicity', 'publicity_period', 10), steps: ['wait', 'decline'], ends: 'not_recommended' },
  { from: soon('public_notice', 'notice_period', 16), steps: ['wait'], ends: 'conferred' },
  { from: soon('public_notice', 'notice_period', 45), steps: ['confirm_unit_posting', 'wait'], ends: 'conferred' },
  { from: soon('public_notice', 'notice_period', later), steps: ['raise_objection', upheld], ends: 'disqualified' },
];
