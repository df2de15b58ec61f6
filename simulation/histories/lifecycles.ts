import type { PeopleByRole } from '../../ops/imports/properActor.js';
import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import { openDraft } from '../../rules/application/opening.js';
import { buildCalendar } from '../../rules/calendar/nationalCalendar.js';
import { xinjiang2024 } from '../../rules/calendar/overlays/xinjiang2024.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { runStory, type StoryResult, type StoryStep, stories } from '../story/story.js';

/** A part of a story in which each role is played by one person. */
interface Chapter {
  readonly lines: readonly StoryStep[];
  readonly cast?: PeopleByRole;
}

/** A life whose history is kept: its name is the name of the file. */
export interface ApplicationState {
  readonly name: string;
  readonly chapters: readonly Chapter[];
}

export const policy = aksu2024;
export const calendar = buildCalendar({ years: [2024], overlays: [xinjiang2024] });

/** More acts than one run carries: see `longHistory` of the workflow. */
const deferrals: readonly StoryStep[] = Array.from({ length: 420 }, () => 'defer' as const);

const upToExtension: readonly StoryStep[] = [
  ...['submit', 'return_to_applicant', 'submit', 'post_publicity', 'raise_objection', 'resolve_objection'],
  ...['wait', 'recommend', 'return_to_unit', 'keep_publicity', 'recommend', 'forward'],
  ...['return_for_correction', 'extend'],
] as const;
const upToMeeting: readonly StoryStep[] = [
  ...['toll', 'untoll', 'resubmit', 'return_for_correction', 'resubmit', 'accept', 'receive_materials'],
  ...['confirm_payment', 'schedule_defense', 'mark_absent', 'schedule_defense', 'score_defense'],
] as const;
const objected: readonly StoryStep[] = [
  'record_tally',
  'confirm_unit_posting',
  { event: 'raise_objection', role: 'office' },
  { event: 'resolve_objection', role: 'supervisor' },
  'wait',
];

/** What reaches an application with a campaign's amendments: a policy, then a newer calendar with another one. */
const amendments: readonly StoryStep[] = [
  { event: 'amend_policy', data: { version: 2 } },
  { event: 'amend_policy', data: { version: 3, calendar: { version: calendar.version, alone: true } } },
];

/**
 * One life for each way to end, one under amendments, and a long one with corrections, objections, an extension, a pause
 * and a new run.
 */
export const lifecycleCases: readonly ApplicationState[] = [
  ...statuses.filter(isFinal).map((name) => ({ name, chapters: [{ lines: stories[name] }] })),
  { name: 'amended', chapters: [{ lines: ['submit', ...amendments, 'withdraw'] }] },
  {
    name: 'long',
    chapters: [
      { lines: upToExtension },
      { lines: ['approve_extension'], cast: { office: 'office-2' } },
      { lines: [...upToMeeting, ...deferrals, ...objected] },
    ],
  },
];

/** A life told by the law, from its draft on. Nobody in it is a person. */
export function playedLifecycle({
  name,
  chapters,
}: ApplicationState): StoryResult & { readonly opening: StoryResult['facts'] } {
  const opening = openDraft(
    {
      applicationId: `history-${name.replaceAll('_', '-')}`,
      campaignId: policy.id,
      applicantId: 'applicant-1',
      unitId: 'unit-1',
      chain: ['department-1'],
      profile: {
        level: 'deputy_senior',
        track: 'regular',
        employerKind: 'public_institution',
        specialty: 'mechanical_electronic',
        defenseExempt: false,
      },
    },
    policy,
    calendar,
  );
  let played: StoryResult = { acts: [], transitions: [], facts: opening, at: Number.NaN };
  for (const { lines, cast } of chapters) {
    const begin = Number.isNaN(played.at) ? undefined : played.at;
    const next = runStory(played.facts, lines, policy, calendar, begin, cast);
    const [acts, transitions] = [
      [...played.acts, ...next.acts],
      [...played.transitions, ...next.transitions],
    ];
    played = { acts, transitions, facts: next.facts, at: next.at };
  }
  return { ...played, opening };
}
