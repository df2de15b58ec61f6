import type { Transition } from '../application/act.js';
import { type EventName, type Role, turnOf } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import { pausePrefix } from '../campaign/pauseStates.js';
import { type AskedToRecommend, leadsToRecommendation } from '../sanctions/sanctionedUnit.js';
import { amendmentMoves } from './movedDeadlines.js';

/** Every kind of letter that a transition causes, with its name in lists. */
export const transitionLetterLabels = {
  submitted: { zh: '申报已提交', en: 'Submitted' },
  returned_to_applicant: { zh: '单位退回修改', en: 'Returned by the unit' },
  not_recommended: { zh: '未获推荐', en: 'Not recommended' },
  publicity_started: { zh: '单位公示已开始', en: 'Unit publicity started' },
  publicity_retracted: { zh: '单位公示撤下更正', en: 'Unit publicity taken back' },
  publicity_ended: { zh: '单位公示期满', en: 'Unit publicity ended' },
  recommendation_barred: { zh: '单位在处罚期内，不得推荐', en: 'The unit is under sanction and does not recommend' },
  objection_raised: { zh: '收到异议', en: 'An objection was raised' },
  objection_resolved: { zh: '异议已办结', en: 'An objection was resolved' },
  recommended: { zh: '单位已推荐上报', en: 'Recommended by the unit' },
  forwarded: { zh: '待逐级审核', en: 'Waits for superior review' },
  returned_to_unit: { zh: '退回单位', en: 'Returned to the unit' },
  arrived: { zh: '已报送至评委会', en: 'Arrived at the committee' },
  accepted: { zh: '评委会审核通过', en: 'Accepted by the committee' },
  returned_for_correction: { zh: '退回补正', en: 'Returned for correction' },
  not_accepted: { zh: '不予受理', en: 'Not accepted' },
  resubmitted: { zh: '补正已上报', en: 'Resubmitted' },
  correction_to_review: { zh: '补正待复核', en: 'A correction waits for review' },
  correction_forwarded: { zh: '补正已转报', en: 'Correction forwarded' },
  correction_returned: { zh: '退回继续补正', en: 'Returned for further correction' },
  paid: { zh: '费用已到账', en: 'Fee paid' },
  materials_received: { zh: '原件已收齐', en: 'Originals received' },
  defense_fee_asked: { zh: '请缴纳答辩费', en: 'The defense fee is due' },
  defense_fee_paid: { zh: '答辩费已到账', en: 'Defense fee paid' },
  defense_to_schedule: { zh: '待安排答辩', en: 'Defense to be scheduled' },
  defense_scheduled: { zh: '答辩已安排', en: 'Defense scheduled' },
  defense_called_off: { zh: '答辩已撤下，另行安排', en: 'Defense called off, to be scheduled anew' },
  defense_scored: { zh: '答辩已评分', en: 'Defense scored' },
  absent: { zh: '答辩缺席', en: 'Absent from the defense' },
  entrusted: { zh: '进入委托评审', en: 'The review is to be entrusted' },
  entrustment_sent: { zh: '已委托其他评委会评审', en: 'The review has been entrusted' },
  entrusted_result_recorded: { zh: '委托评审结果待确认', en: 'An entrusted result waits for confirmation' },
  passed: { zh: '通过评审', en: 'Passed' },
  not_passed: { zh: '未通过评审', en: 'Not passed' },
  deferred: { zh: '缓议', en: 'Deferred' },
  notice_started: { zh: '结果公示已开始', en: 'Public notice started' },
  conferred: { zh: '取得资格', en: 'Conferred' },
  disqualified: { zh: '取消资格', en: 'Disqualified' },
  withdrawn: { zh: '申报已撤回', en: 'Withdrawn' },
  lapsed: { zh: '逾期视为放弃', en: 'Lapsed' },
  deadline_moved: { zh: '期限有变', en: 'A deadline has moved' },
  extension_requested: { zh: '申请延期，待批准', en: 'An extension waits for approval' },
  extended: { zh: '期限已延长', en: 'Deadline extended' },
  pause_requested: { zh: '申请中止期限，待批准', en: 'A pause waits for approval' },
  tolled: { zh: '期限已中止', en: 'Deadlines tolled' },
  untolled: { zh: '期限已恢复', en: 'Deadlines resumed' },
} as const satisfies Record<string, BilingualText>;
export type TransitionLetterKind = keyof typeof transitionLetterLabels;
export const transitionLetterKinds = Object.keys(transitionLetterLabels) as readonly TransitionLetterKind[];

/** A letter a transition causes: which one, and to which role. */
export interface LetterRequest {
  readonly kind: TransitionLetterKind;
  readonly to: Role;
}

const letterTo = (kind: TransitionLetterKind, ...to: Role[]): LetterRequest[] => to.map((role) => ({ kind, to: role }));

/** Letters that depend on the status a transition leads to. */
function onArrival({ from, to }: Pick<Transition, 'from' | 'to'>): LetterRequest[] {
  if (from === to) return [];
  switch (to) {
    case 'unit_publicity':
    case 'correction_publicity':
      return letterTo('publicity_started', 'applicant');
    case 'superior_review':
      return letterTo('forwarded', 'department');
    case 'committee_audit':
      // Whoever hands in a correction or recommends is told of that; of a department's forwarding the arrival tells.
      return letterTo('arrived', 'office', ...(from === 'superior_review' ? (['applicant'] as const) : []));
    case 'correction_review':
      return letterTo('correction_to_review', 'unit');
    case 'defense_payment':
      return letterTo('defense_fee_asked', 'applicant', 'unit');
    case 'defense':
      return letterTo('defense_to_schedule', 'office', 'applicant');
    case 'entrusted':
      return letterTo('entrusted', 'office', 'applicant');
    case 'public_notice':
      return [...letterTo('passed', 'applicant'), ...letterTo('notice_started', 'unit')];
    case 'not_passed':
      return letterTo('not_passed', 'applicant', 'unit');
    case 'conferred':
      return letterTo('conferred', 'applicant', 'unit');
    case 'not_recommended':
      return letterTo('not_recommended', 'applicant');
    case 'not_accepted':
      return letterTo('not_accepted', 'applicant', 'unit');
    case 'disqualified':
      return letterTo('disqualified', 'applicant', 'unit');
    case 'withdrawn':
      return letterTo('withdrawn', 'applicant', 'unit');
    case 'lapsed':
      return letterTo('lapsed', 'applicant', 'unit');
    case 'payment':
      // Where fee or originals come before the audit, this is the arrival; after the audit the acceptance says it.
      return from === 'committee_audit' ? [] : letterTo('arrived', 'office', 'applicant');
    case 'draft':
    case 'unit_review':
    case 'recommendation':
    case 'correction':
    case 'review':
      return [];
  }
}

/** Letters of an event, whichever status it leads to. An event that is not listed has none of its own. */
const onEvent: Readonly<Partial<Record<EventName, LetterRequest[]>>> = {
  submit: letterTo('submitted', 'applicant', 'unit'),
  return_to_applicant: letterTo('returned_to_applicant', 'applicant'),
  retract_publicity: letterTo('publicity_retracted', 'applicant'),
  raise_objection: letterTo('objection_raised', 'applicant', 'unit', 'office'),
  resolve_objection: letterTo('objection_resolved', 'applicant'),
  publicity_ended: letterTo('publicity_ended', 'applicant', 'unit'),
  recommend: letterTo('recommended', 'applicant'),
  return_to_unit: letterTo('returned_to_unit', 'unit', 'applicant'),
  accept: letterTo('accepted', 'applicant', 'unit'),
  return_for_correction: letterTo('returned_for_correction', 'applicant', 'unit'),
  resubmit: letterTo('resubmitted', 'applicant'),
  forward_correction: letterTo('correction_forwarded', 'applicant'),
  return_correction: letterTo('correction_returned', 'applicant'),
  confirm_payment: letterTo('paid', 'applicant'),
  receive_materials: letterTo('materials_received', 'applicant'),
  confirm_defense_fee: letterTo('defense_fee_paid', 'applicant'),
  schedule_defense: letterTo('defense_scheduled', 'applicant'),
  call_off_defense: letterTo('defense_called_off', 'applicant'),
  score_defense: letterTo('defense_scored', 'applicant'),
  mark_absent: letterTo('absent', 'applicant'),
  send_entrustment: letterTo('entrustment_sent', 'applicant', 'unit'),
  record_entrusted_result: letterTo('entrusted_result_recorded', 'office'),
  defer: letterTo('deferred', 'applicant'),
  extend: letterTo('extension_requested', 'office'),
  approve_extension: letterTo('extended', 'applicant', 'unit'),
  toll: letterTo('pause_requested', 'supervisor'),
  approve_toll: letterTo('tolled', 'applicant', 'unit'),
  untoll: letterTo('untolled', 'applicant', 'unit'),
};

/** An amendment that moves a deadline is told to the candidate, the unit, and the department that has the application. */
function onAmendment({ to }: Pick<Transition, 'to'>): LetterRequest[] {
  return letterTo(
    'deadline_moved',
    'applicant',
    'unit',
    ...(turnOf(to) === 'department' ? (['department'] as const) : []),
  );
}

/**
 * Every letter a transition causes. While a sanction of the unit runs, those who recommend in its place are told that an
 * application waits for them (`asked`), and nobody is told that the unit will recommend. `previous`: the deadlines before it. A request
 * within a pause of the whole campaign causes none: it is approved already, and those who may approve were asked once.
 */
export function letterRequestsOf(
  transition: Pick<Transition, 'event' | 'from' | 'to'> & Partial<Pick<Transition, 'deadlines' | 'key'>>,
  asked: AskedToRecommend = 'unit',
  previous: Transition['deadlines'] = {},
): readonly LetterRequest[] {
  if (transition.event === 'toll' && transition.key?.startsWith(pausePrefix)) return [];
  const amended = amendmentMoves(transition, previous) ? onAmendment(transition) : [];
  const usual = [...(onEvent[transition.event] ?? []), ...onArrival(transition), ...amended];
  if (asked === 'unit' || !leadsToRecommendation(transition)) return usual;
  return [
    ...usual.filter(({ kind }) => kind !== 'publicity_ended'),
    ...letterTo('recommendation_barred', 'applicant', 'unit', asked),
  ];
}
