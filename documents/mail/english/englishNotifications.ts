import { formatInstantEn } from '../../../rules/calendar/instant.js';
import { campaignEventLabels } from '../../../rules/campaign/campaignLabels.js';
import { type CampaignEvent, campaignEvents } from '../../../rules/campaign/campaignLaw.js';
import { outcomeOf, paymentOutcomes } from '../../../rules/fees/paymentOutcomes.js';
import type {
  NotificationDetail,
  NotificationKind,
  TimeAndPlace,
} from '../../../rules/notifications/notificationKinds.js';

const look = 'Please look at it in the system.';
const answer =
  'Please answer in the system, and say so if you are related to or work with an applicant. The list of the committee is not public.';
const objecting =
  'To object to the decision turn to the authority that made it; if the entry is wrong, to the committee office or the supervisor.';

const campaignSentences = Object.fromEntries(
  campaignEvents.map((event) => [`campaign_${event}`, [`${campaignEventLabels[event].en}.`, look]]),
) as unknown as Readonly<Record<`campaign_${CampaignEvent}`, readonly [string, string]>>;

const sentences: Readonly<Record<NotificationKind, readonly [happened: string, todo: string]>> = {
  ...campaignSentences,
  invitation_drawn: ['You were drawn for the review committee.', answer],
  invitation_promoted: ['You have moved up from alternate to member of the review committee.', answer],
  invitation_chair: ['You were named as the chair of the review committee.', answer],
  invitation_deputy: ['You were named as the deputy chair of the review committee.', answer],
  defense_announced: [
    'You score in a session of the defense.',
    'Please come in time, and look at the list of candidates first: recuse yourself where you have to.',
  ],
  defense_moved: [
    'A session of the defense in which you score has moved.',
    'Please go by the new time and place; the old ones no longer count.',
  ],
  defense_cancelled: ['A session of the defense in which you score was cancelled.', 'Please do not come at that time.'],
  defense_left: ['You no longer score in a session of the defense.', 'Please do not come at that time.'],
  meeting_convened: [
    'A meeting of the review committee is convened.',
    'Please come in time, and look at the agenda first: recuse yourself where you have to. The committee and its meetings are not public.',
  ],
  meeting_moved: [
    'A meeting of the review committee has moved.',
    'Please go by the new time and place; the old ones no longer count.',
  ],
  meeting_called_off: [
    'A meeting of the review committee was called off.',
    'Please do not come at that time; you are written to when it is arranged anew.',
  ],
  meeting_left: ['You no longer sit in a meeting of the review committee.', 'Please do not come at that time.'],
  visit_cancelled: [
    'The office has cancelled the slot you booked at the counter.',
    'Please do not come then. Book another slot, or send the originals by post; the deadline stays.',
  ],
  payment_kept: ['Money for your application has arrived that confirms no fee.', look],
  investigator_assigned: [
    'You are to look into an objection.',
    'Please read it in the system, examine it and give the result to whoever settles it. Who objected is confidential.',
  ],
  reexamination_requested: [
    'An applicant who did not pass asks for a reexamination.',
    'Please examine the review and answer with a reason.',
  ],
  reexamination_upheld: [
    'Your request for a reexamination was granted: it goes before the meeting again.',
    'Nothing; the same application goes on under a new number.',
  ],
  reexamination_dismissed: [
    'Your request for a reexamination was answered: the result stands.',
    'Nothing; there is one reexamination of a result.',
  ],
  refund_approved: ['A refund to you was approved.', 'Nothing; finance sends it back the way it was paid.'],
  refund_refused: [
    'A refund that was asked for is not granted.',
    'Please ask the office where the reason is not clear.',
  ],
  refund_sent: ['A refund to you was sent.', 'Please look at the account it was paid from.'],
  refund_returned: ['The bank returned a refund to you.', 'Please tell finance an account that can be paid to.'],
  sanction_in_force: ['A sanction has entered the register.', objecting],
  sanction_lifted: ['A sanction was lifted.', objecting],
  title_revoked: ['A title was revoked.', objecting],
  unit_barred: [
    'Your unit is under a sanction and may not recommend.',
    'Please see in the system who recommends in its place.',
  ],
  unit_passed: ['A unit is under a sanction; others recommend in its place.', look],
  seat_empty: [
    'A seat of the review committee is empty and no alternate is left.',
    'Please draw again for the specialty before the meeting.',
  ],
  calendar_announced: [
    'A newer calendar of working days is there.',
    'Please look which applications it concerns and adopt it by an amendment.',
  ],
  amendment_proposed: [
    'An amendment of the policy waits for approval.',
    'Another person than who proposed it approves it or takes it back.',
  ],
  campaign_pause_requested: [
    'A pause of all deadlines of the annual review waits for approval.',
    'Another person than who asked approves or refuses it; until then the deadlines run.',
  ],
  sign_in_changed: [
    'Your sign-in was changed.',
    'If this was not you, set a new password at once with “forgotten password” on the sign-in page, and tell an operator.',
  ],
  membership_asked: ['Somebody asks to join the unit.', 'Please accept or refuse, in batches if you like.'],
  membership_accepted: [
    'The unit has accepted you; you can apply from it.',
    'Nothing; sign in to begin an application.',
  ],
  membership_refused: [
    'The unit did not accept you.',
    'If it was the wrong unit, ask another one; for questions ask the unit.',
  ],
  membership_ended: [
    'Somebody no longer belongs to the unit.',
    'Applications under way stay with the unit they were filed at.',
  ],
  account_invitation: [
    'An account is opened for you.',
    'Open the link, check your name and set a password. It works once; if this is not meant for you, ignore it.',
  ],
  unit_registration_asked: ['A unit asks to be registered.', 'Please accept or refuse it.'],
  unit_registration_accepted: [
    'The unit is registered, and you are its clerk.',
    'Please sign in, set up one-time codes, and invite the people of the unit.',
  ],
  unit_registration_refused: ['The unit was not registered.', 'Please correct it as the reason says and ask again.'],
};

const inFull = ({ at, room }: TimeAndPlace) => `${formatInstantEn(at)}, at ${room}`;

/** The English sentences of a notification: what happened, what to do. */
export function englishNotification(
  kind: NotificationKind,
  { announced, session, meeting, visit, payment }: NotificationDetail,
): { readonly happened: string; readonly todo: string } {
  const [happened, todo] = sentences[kind];
  if (kind === 'payment_kept' && payment !== undefined) {
    const { en, told } = paymentOutcomes[outcomeOf(payment, payment.fee)];
    return { happened: `${happened} ${payment.amount / 100} yuan: ${en.toLowerCase()}.`, todo: told.en };
  }
  const when: Partial<Record<NotificationKind, string | undefined>> = {
    defense_announced: announced && ` It is held on ${inFull(announced)}.`,
    defense_moved: session?.now ? ` It is now held on ${inFull(session.now)}.` : '',
    meeting_convened: meeting?.now ? ` It is held on ${inFull(meeting.now)}.` : '',
    meeting_moved: meeting?.now ? ` It is now held on ${inFull(meeting.now)}.` : '',
    meeting_called_off: meeting?.was ? ` It was to be held on ${inFull(meeting.was)}.` : '',
    visit_cancelled: visit && ` It was on ${formatInstantEn(visit.startsAt)}.`,
  };
  return { happened: `${happened}${when[kind] ?? ''}`, todo };
}
