import type { Transition } from '../application/act.js';
import type { EventName, Role } from '../application/lifecycle.js';

export const noticeKinds = [
  'submitted',
  'returned_to_applicant',
  'not_recommended',
  'publicity_started',
  'publicity_ended',
  'objection_raised',
  'objection_resolved',
  'recommended',
  'forwarded',
  'returned_to_unit',
  'arrived',
  'accepted',
  'returned_for_correction',
  'not_accepted',
  'resubmitted',
  'correction_to_review',
  'correction_forwarded',
  'correction_returned',
  'paid',
  'materials_received',
  'defense_to_schedule',
  'defense_scheduled',
  'defense_called_off',
  'defense_scored',
  'absent',
  'passed',
  'not_passed',
  'deferred',
  'notice_started',
  'conferred',
  'disqualified',
  'withdrawn',
  'lapsed',
  'extension_requested',
  'extended',
  'tolled',
  'untolled',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A letter a transition causes: which one, and to which role. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly to: Role;
}

const notice = (kind: NoticeKind, ...to: Role[]): Notice[] => to.map((role) => ({ kind, to: role }));

/** Letters a transition causes because of where it leads. */
function onArrival({ from, to }: Transition): Notice[] {
  if (from === to) return [];
  switch (to) {
    case 'superior_review':
      return notice('forwarded', 'department');
    case 'committee_audit':
      return notice('arrived', 'office');
    case 'correction_review':
      return notice('correction_to_review', 'unit');
    case 'defense':
      return notice('defense_to_schedule', 'office', 'applicant');
    case 'public_notice':
      return [...notice('passed', 'applicant'), ...notice('notice_started', 'unit')];
    case 'not_passed':
      return notice('not_passed', 'applicant', 'unit');
    case 'conferred':
      return notice('conferred', 'applicant', 'unit');
    case 'not_recommended':
      return notice('not_recommended', 'applicant');
    case 'not_accepted':
      return notice('not_accepted', 'applicant', 'unit');
    case 'disqualified':
      return notice('disqualified', 'applicant', 'unit');
    case 'withdrawn':
      return notice('withdrawn', 'applicant', 'unit');
    case 'lapsed':
      return notice('lapsed', 'applicant', 'unit');
    case 'draft':
    case 'unit_review':
    case 'unit_publicity':
    case 'recommendation':
    case 'correction':
    case 'payment':
    case 'review':
      return [];
  }
}

/** Letters an event causes wherever it leads; an event that is not listed causes none of its own. */
const onEvent: Readonly<Partial<Record<EventName, Notice[]>>> = {
  submit: notice('submitted', 'applicant', 'unit'),
  return_to_applicant: notice('returned_to_applicant', 'applicant'),
  post_publicity: notice('publicity_started', 'applicant'),
  raise_objection: notice('objection_raised', 'applicant', 'unit', 'office'),
  resolve_objection: notice('objection_resolved', 'applicant'),
  publicity_ended: notice('publicity_ended', 'applicant', 'unit'),
  recommend: notice('recommended', 'applicant'),
  return_to_unit: notice('returned_to_unit', 'unit', 'applicant'),
  accept: notice('accepted', 'applicant', 'unit'),
  return_for_correction: notice('returned_for_correction', 'applicant', 'unit'),
  resubmit: notice('resubmitted', 'applicant'),
  forward_correction: notice('correction_forwarded', 'applicant'),
  return_correction: notice('correction_returned', 'applicant'),
  confirm_payment: notice('paid', 'applicant'),
  receive_materials: notice('materials_received', 'applicant'),
  schedule_defense: notice('defense_scheduled', 'applicant'),
  call_off_defense: notice('defense_called_off', 'applicant'),
  score_defense: notice('defense_scored', 'applicant'),
  mark_absent: notice('absent', 'applicant'),
  defer: notice('deferred', 'applicant'),
  extend: notice('extension_requested', 'office'),
  approve_extension: notice('extended', 'applicant', 'unit'),
  toll: notice('tolled', 'applicant'),
  untoll: notice('untolled', 'applicant'),
};

/** Every letter a transition causes. */
export function noticesOf(transition: Transition): readonly Notice[] {
  return [...(onEvent[transition.event] ?? []), ...onArrival(transition)];
}
