import { formatInstantEn } from '../../../rules/calendar/instant.js';
import type { LetterKind } from '../../../rules/notifications/letterLabels.js';
import type { LetterFacts } from '../letter.js';
import { dataOf } from '../phrases.js';

const none = 'Nothing for now.';
const look = 'Please look at it in the system and act in good time.';

/** What happened, what the applicant does, and what a clerk does where that differs. `{}` is whose application it is. */
type Sentences = readonly [happened: string, todo: string, clerkTodo?: string];

const sentences: Readonly<Record<LetterKind, Sentences>> = {
  submitted: [
    '{} has been handed in to the unit.',
    none,
    'Please examine it: recommend it, or return it with the reason.',
  ],
  returned_to_applicant: ['The unit has returned {}.', 'Please correct it as the reason says and hand it in again.'],
  not_recommended: ['{} was not recommended. It ends here.', 'For questions please ask the unit or the department.'],
  publicity_started: ['The unit has put {} on notice.', none],
  publicity_retracted: ['The unit has taken the notice of {} back; the period counts anew.', none],
  publicity_ended: [
    'The unit’s notice of {} is over, with no objection open.',
    none,
    'Please attach the papers and recommend it, unless it has gone on to the committee already.',
  ],
  recommendation_barred: [
    '{} waits to be recommended, but the unit is under a sanction and may not do it.',
    'Please ask the committee office what applies to you.',
    'The department above recommends in its place, where there is one.',
  ],
  objection_raised: [
    'There is an objection to {}. It stays where it is until the objection is settled.',
    'Please help to clear it up.',
    'Please examine the objection and settle it.',
  ],
  objection_resolved: ['The objection to {} has been settled.', 'Please see the outcome in the system.'],
  recommended: ['The unit has recommended {} and passed it on.', none],
  forwarded: ['{} has come to your department.', look, 'Please pass it on, or return it to the unit with the reason.'],
  returned_to_unit: [
    'The department has returned {} to the unit.',
    'Please complete it together with the unit.',
    'Please deal with the reason and recommend it again.',
  ],
  arrived: [
    '{} has arrived at the committee.',
    'Please see below what is due, and until when.',
    'Please audit it; everything that lacks is told at once.',
  ],
  accepted: [
    'The committee’s audit has accepted {}.',
    'Please see below what is due, and until when.',
    'Please see that the applicant does what is due in time.',
  ],
  returned_for_correction: [
    'The committee has returned {} for correction. All that has to be corrected is listed here.',
    'Please correct every point and hand it in again; without that it counts as given up.',
    'Please help the applicant to correct every point in time.',
  ],
  not_accepted: [
    'The committee’s audit does not accept {}. It ends here.',
    'For questions please ask the committee office.',
    'Please tell the applicant.',
  ],
  resubmitted: ['The correction of {} has been handed in.', none],
  correction_to_review: [
    'The correction of {} waits for the unit’s review.',
    look,
    'Please pass it on to the committee, or return it with the reason.',
  ],
  correction_forwarded: ['The unit has passed the correction of {} on to the committee.', none],
  correction_returned: [
    'The unit has returned the correction of {}; the time for it counts anew.',
    'Please correct it as the unit asks and hand it in again; without that it counts as given up.',
  ],
  paid: ['The fee for {} has arrived.', 'Please see below whether anything else is due.'],
  materials_received: ['The originals of {} have been received.', 'Please see below whether anything else is due.'],
  defense_fee_asked: [
    '{} comes to the defense; its fee is paid separately.',
    'Please pay the fee of the defense in time; without it the application counts as given up.',
    'Please see that the applicant pays in time.',
  ],
  defense_fee_paid: ['The fee of the defense of {} has arrived.', 'Nothing for now; the defense will be scheduled.'],
  defense_to_schedule: [
    '{} has come to the defense.',
    'Please prepare; you will be told when it is held.',
    'Please schedule the defense.',
  ],
  defense_scheduled: ['The defense of {} has been scheduled.', 'Please come in time and bring your identity card.'],
  defense_called_off: [
    'The defense of {} is not held as planned; another one will be scheduled. This is no absence.',
    'Please do not come at that time; wait for the next letter.',
  ],
  defense_scored: ['The defense of {} is over and its score is recorded.', none],
  absent: ['The defense of {} was missed.', 'Please see the system for what follows.'],
  entrusted: [
    '{} is reviewed by another committee.',
    'Nothing for now; it can be withdrawn until the letter to that committee is sent.',
    'Please send the letter and record it.',
  ],
  entrustment_sent: [
    '{} has been sent to the other committee.',
    'Nothing for now; please wait for the result.',
    'Please tell the applicant to wait for the result.',
  ],
  entrusted_result_recorded: [
    'The other committee’s result for {} has been recorded.',
    look,
    'Another person has to confirm it.',
  ],
  passed: [
    '{} has passed and the result is put on notice.',
    'Nothing for now; the title is conferred when the notice ends without an objection.',
  ],
  not_passed: ['{} did not pass.', 'Nothing; this application ends here.', 'Please tell the applicant.'],
  deferred: ['The meeting has put {} off.', 'Nothing for now; it is reviewed again.'],
  notice_started: ['{} has passed.', look, 'Please post the result in your unit too, and confirm it in the system.'],
  conferred: [
    '{} has led to the title. Congratulations!',
    'Nothing; the result is in the system.',
    'Please proceed as the rules say.',
  ],
  disqualified: [
    '{} is disqualified from this review.',
    'For questions please ask the committee office.',
    'Please act as the rules say; take down what your unit has posted.',
  ],
  withdrawn: ['{} has been withdrawn.', 'Nothing.', 'Nothing; take down what is posted.'],
  lapsed: [
    'A deadline of {} passed without what was due; it counts as given up.',
    'If you did act in time, show the receipt to the committee office.',
    'Please tell the applicant.',
  ],
  deadline_moved: ['A deadline of {} has moved.', 'Please go by the new date.'],
  extension_requested: [
    'An extension for {} waits for approval.',
    look,
    'Please let another person than the one who asked approve it or not; until then the old date counts.',
  ],
  extended: ['A deadline of {} has been extended.', 'Please act before the new date.'],
  pause_requested: [
    'A pause of the deadlines of {} waits for approval.',
    look,
    'Please let another person than the one who asked approve it or not.',
  ],
  tolled: ['The deadlines of {} are paused.', 'Nothing lapses meanwhile; you will be told when they run again.'],
  untolled: [
    'The deadlines of {} run again; the time of the pause is given back.',
    'Please act before the dates below.',
  ],
  reminder: ['A deadline of {} is near.', 'Please act in good time; without that it counts as given up.'],
  window_open: ['The time to act on {} has begun.', 'Please act in good time.'],
  audit_overdue: [
    'The time of the audit is over and {} is not audited yet.',
    look,
    'Please audit it as soon as you can; the applicant loses nothing by the delay.',
  ],
  pause_overdue: ['The deadlines of {} are still paused, longer than planned.', look],
  objection_overdue: ['An objection to {} is still open.', look],
  correction_review_overdue: ['The correction of {} still waits for the unit.', look],
  defense_overdue: ['The defense of {} is not finished yet.', look],
  review_overdue: ['{} still waits for the meeting.', look],
  posting_overdue: ['The unit has not confirmed that it posted the result of {}.', look],
  entrusted_overdue: ['There is no confirmed result yet from the committee that reviews {}.', look],
};

/** The English sentences of a letter: what happened, what to do. */
export function englishLetter(letter: LetterFacts): { readonly happened: string; readonly todo: string } {
  const { kind, to, number, applicantName, unitName } = letter;
  const [happened, todo, clerkTodo = todo] = sentences[kind];
  const whose =
    to === 'applicant' ? `your application ${number}` : `the application ${number} of ${applicantName} (${unitName})`;
  const said = happened.replace('{}', () => whose);
  return {
    happened: `${said.charAt(0).toUpperCase()}${said.slice(1)}${whenAndWhere(letter)}`,
    todo: to === 'applicant' ? todo : clerkTodo,
  };
}

function whenAndWhere(letter: LetterFacts): string {
  const at = dataOf(letter, 'at');
  if (letter.kind !== 'defense_scheduled' || typeof at !== 'number') return '';
  return ` It is held on ${formatInstantEn(at)}${letter.place === null ? '' : `, at ${letter.place}`}.`;
}
