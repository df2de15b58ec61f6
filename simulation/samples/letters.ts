import type { LetterFacts } from '../../documents/mail/letter.js';
import type { Transition } from '../../rules/application/act.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Profile } from '../../rules/application/facts.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { openDraft } from '../../rules/application/opening.js';
import { day } from '../../rules/calendar/instant.js';
import { buildCalendar } from '../../rules/calendar/nationalCalendar.js';
import { xinjiang2024 } from '../../rules/calendar/overlays/xinjiang2024.js';
import { placeLabel } from '../../rules/dossier/placeLabel.js';
import type { LetterKind } from '../../rules/notifications/letterLabels.js';
import { remindersIn } from '../../rules/notifications/reminders.js';
import { letterRequestsOf } from '../../rules/notifications/transitionLetters.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import type { AskedToRecommend } from '../../rules/sanctions/sanctionedUnit.js';
import { policyFor, runStory, type StoryStep, stories } from '../story/story.js';

const calendar = buildCalendar({ years: [2024], overlays: [xinjiang2024] });
export const sampleProfile: Profile = {
  level: 'deputy_senior',
  track: 'regular',
  employerKind: 'public_institution',
  specialty: 'mechanical_electronic',
  defenseExempt: false,
};
/** A candidate who must defend, in a unit with one department above it. */
const draft = () =>
  openDraft(
    {
      applicationId: 'application-1',
      campaignId: 'aksu-2024',
      applicantId: 'applicant-1',
      unitId: 'unit-1',
      chain: ['department-1'],
      profile: sampleProfile,
    },
    aksu2024,
    calendar,
  );

const reported: readonly (readonly StoryStep[])[] = [
  ...Object.values(stories),
  ['submit', 'return_to_applicant'],
  ['submit', 'post_publicity', 'raise_objection', 'resolve_objection'],
  ['submit', 'post_publicity', 'retract_publicity', 'post_publicity'],
  ['submit', 'post_publicity', 'wait', 'recommend', 'return_to_unit'],
  ['submit', 'post_publicity', 'wait', 'recommend', 'forward', 'return_for_correction', 'resubmit'],
  [...stories.defense, 'schedule_defense', 'mark_absent'],
  [...stories.defense, 'schedule_defense', 'call_off_defense', 'schedule_defense'],
  [...stories.review, 'defer'],
  ['submit', 'extend', { event: 'approve_extension', role: 'office' }],
  ['submit', 'toll', 'approve_toll', 'untoll'],
  ['submit', 'toll', 'approve_toll'],
  ['submit', 'post_publicity', 'raise_objection'],
];

const common = {
  applicationId: 'application-1',
  link: 'http://portal/applications/application-1',
  applicantName: '张<三>',
  unitName: '某&厂',
  number: '2024-AKSU-00417-5',
  chain: ['department-1'],
  policy: aksu2024,
  calendar,
  previous: [],
  reason: '因为"所以"',
  place: '会议室<二>',
  defects: [
    { text: '缺少身份证', field: null },
    { text: '照片<不清>', field: placeLabel('basicInformation', 'documents.photo') },
  ],
};

function noticeLetter(transition: Transition, kind: LetterKind, to: Role): LetterFacts {
  const deadlines = Object.values(transition.deadlines);
  const { at, to: status } = transition;
  return {
    ...common,
    kind,
    to,
    audited: status === 'payment',
    profile: draft().profile,
    status,
    at,
    deadlines,
    transition,
  };
}

/** A correction on its way through the unit, returned once. */
const viaUnit: readonly StoryStep[] = [
  ...stories.correction_review,
  'return_correction',
  'resubmit',
  'forward_correction',
];
const entrusting = policyFor('entrusted', aksu2024);
/** A review that another committee carries out. */
const ofOther: readonly StoryStep[] = [...stories.entrusted, 'send_entrustment', 'record_entrusted_result'];
const courses = [
  ...reported.map((story) => reportSafely(story, { office: `office-${story.length}` })),
  runStory(draft(), viaUnit, policyFor('correction_review', aksu2024), calendar),
  runStory(
    draft(),
    [...stories.defense_payment, 'confirm_defense_fee'],
    policyFor('defense_payment', aksu2024),
    calendar,
  ),
  runStory(draft(), ofOther, entrusting, calendar),
];
const askedInPlace: readonly AskedToRecommend[] = ['unit', 'department', 'office'];
const letterRequests = courses.flatMap(({ transitions }) =>
  transitions.flatMap((each) =>
    askedInPlace.flatMap((asked) => letterRequestsOf(each, asked).map(({ kind, to }) => noticeLetter(each, kind, to))),
  ),
);
const reminders = [
  ...reported.map((story) => ({ ...reportSafely(story, {}), policy: aksu2024 })),
  {
    ...runStory(draft(), [...stories.entrusted, 'send_entrustment'], entrusting, calendar),
    policy: entrusting,
  },
  {
    ...runStory(draft(), stories.correction_review, policyFor('correction_review', aksu2024), calendar),
    policy: policyFor('correction_review', aksu2024),
  },
].flatMap(({ transitions, policy }) => {
  const facts = transitions.reduce(evolve, draft());
  return remindersIn(facts, policy).map(({ kind, to, at, deadline }): LetterFacts => {
    const deadlines = deadline ? [deadline] : Object.values(facts.deadlines);
    const { profile, status, acceptedAt } = facts;
    const audited = acceptedAt !== null;
    return { ...common, policy, kind, to, audited, profile, status, at, deadlines, transition: null };
  });
});
/** An amendment that gives every deadline of a correction a day more. */
const moved = reportSafely(stories.correction, {})
  .transitions.slice(-1)
  .flatMap((corrected) =>
    (['applicant', 'unit'] as const).map((to): LetterFacts => {
      const previous = Object.values(corrected.deadlines);
      const later = previous.map((deadline) => {
        const due = deadline.due + day;
        return { ...deadline, due, moved: [{ from: deadline.due, to: due, why: 'policy' as const }] };
      });
      return { ...noticeLetter(corrected, 'deadline_moved', to), previous, deadlines: later };
    }),
  );
/** Letters of every kind, from the courses that applications take. */
export const sampleLetters: readonly LetterFacts[] = [...letterRequests, ...reminders, ...moved];

/** A second person approves an extension, so the cast may not be one. */
function reportSafely(story: readonly StoryStep[], cast: Parameters<typeof runStory>[5]) {
  const approves = story.some((line) => typeof line === 'object' && line.event === 'approve_extension');
  if (!approves) return runStory(draft(), story, aksu2024, calendar, undefined, cast);
  const before = runStory(draft(), story.slice(0, -1), aksu2024, calendar, undefined, { office: 'first' });
  const after = runStory(before.facts, story.slice(-1), aksu2024, calendar, before.at, { office: 'second' });
  return { ...after, transitions: [...before.transitions, ...after.transitions] };
}
