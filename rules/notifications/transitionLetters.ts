import type { Transition } from '../application/act.js';
import type { EventName, Role } from '../application/lifecycle.js';

export const transitionLetterKinds = [
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
export type TransitionLetterKind = (typeof transitionLetterKinds)[number];

/** A letter a transition causes: which one, and to which role. */
export interface LetterRequest {
  readonly kind: TransitionLetterKind;
  readonly to: Role;
}

const letterTo = (kind: TransitionLetterKind, ...to: Role[]): LetterRequest[] => to.map((role) => ({ kind, to: role }));

/** Letters a transition causes because of where it leads. */
function onArrival({ from, to }: Transition): LetterRequest[] {
  if (from === to) return [];
  switch (to) {
    case 'superior_review':
      return letterTo('forwarded', 'department');
    case 'committee_audit':
      return letterTo('arrived', 'office');
    case 'correction_review':
      return letterTo('correction_to_review', 'unit');
    case 'defense':
      return letterTo('defense_to_schedule', 'office', 'applicant');
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
const onEvent: Readonly<Partial<Record<EventName, LetterRequest[]>>> = {
  submit: letterTo('submitted', 'applicant', 'unit'),
  return_to_applicant: letterTo('returned_to_applicant', 'applicant'),
  post_publicity: letterTo('publicity_started', 'applicant'),
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
  schedule_defense: letterTo('defense_scheduled', 'applicant'),
  call_off_defense: letterTo('defense_called_off', 'applicant'),
  score_defense: letterTo('defense_scored', 'applicant'),
  mark_absent: letterTo('absent', 'applicant'),
  defer: letterTo('deferred', 'applicant'),
  extend: letterTo('extension_requested', 'office'),
  approve_extension: letterTo('extended', 'applicant', 'unit'),
  toll: letterTo('tolled', 'applicant'),
  untoll: letterTo('untolled', 'applicant'),
};

/** Every letter a transition causes. */
export function letterRequestsOf(transition: Transition): readonly LetterRequest[] {
  return [...(onEvent[transition.event] ?? []), ...onArrival(transition)];
}
