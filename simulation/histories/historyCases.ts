import type { PeopleByRole } from '../../prover/properActor.js';
import { applicationNumber, numberPrefix } from '../../rules/application/applicationNumber.js';
import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import { openDraft } from '../../rules/application/opening.js';
import { buildCalendar } from '../../rules/calendar/nationalCalendar.js';
import { xinjiang2024 } from '../../rules/calendar/overlays/xinjiang2024.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { runStory, type StoryResult, type StoryStep, stories } from '../story/story.js';

/** A part of a story in which each role is played by one person. */
interface Part {
  readonly steps: readonly StoryStep[];
  readonly people?: PeopleByRole;
}

/** An application whose history is recorded. Its name is that of the file. */
export interface HistoryCase {
  readonly name: string;
  readonly parts: readonly Part[];
}

export const policy = aksu2024;
export const calendar = buildCalendar({ years: [2024], overlays: [xinjiang2024] });

/** More acts than one run carries: see `longHistory` in workflows/. */
const deferrals: readonly StoryStep[] = Array.from({ length: 200 }, () => 'defer' as const);

const upToExtension: readonly StoryStep[] = [
  ...['submit', 'return_to_applicant', 'submit', 'post_publicity', 'raise_objection', 'resolve_objection'],
  ...['wait', 'recommend', 'return_to_unit', 'keep_publicity', 'recommend', 'forward'],
  ...['return_for_correction', 'extend'],
] as const;
const upToMeeting: readonly StoryStep[] = [
  ...['toll', 'approve_toll', 'untoll', 'resubmit', 'return_for_correction', 'resubmit', 'accept', 'receive_materials'],
  ...['confirm_payment', 'schedule_defense', 'mark_absent', 'schedule_defense', 'score_defense'],
] as const;
const objected: readonly StoryStep[] = [
  'record_tally',
  'confirm_unit_posting',
  { event: 'raise_objection', role: 'office' },
  { event: 'resolve_objection', role: 'supervisor' },
  'wait',
];

/** Two amendments of a campaign: another policy, then another policy with a newer calendar. */
const amendments: readonly StoryStep[] = [
  { event: 'amend_policy', data: { version: 2 } },
  { event: 'amend_policy', data: { version: 3, calendar: { version: calendar.version, alone: true } } },
];

/**
 * One case for each final status, one with amendments, and a long one with corrections, objections, an extension, tolled
 * deadlines and a new run.
 */
export const historyCases: readonly HistoryCase[] = [
  ...statuses.filter(isFinal).map((name) => ({ name, parts: [{ steps: stories[name] }] })),
  { name: 'amended', parts: [{ steps: ['submit', ...amendments, 'withdraw'] }] },
  {
    name: 'long',
    parts: [
      { steps: upToExtension },
      { steps: ['approve_extension'], people: { office: 'office-2' } },
      { steps: [...upToMeeting, ...deferrals, ...objected] },
    ],
  },
];

/** The number of each case's application. */
export const historyNumber = applicationNumber(numberPrefix(policy.id), 1);

/** The id of a case's application. */
function historyIdOf(name: string): string {
  return `history-${name.replaceAll('_', '-')}`;
}

/** The acts of a case, from the draft on, as the law allows them. */
export function playCase({ name, parts }: HistoryCase): StoryResult & { readonly opening: StoryResult['facts'] } {
  const opening = openDraft(
    {
      applicationId: historyIdOf(name),
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
  for (const { steps, people } of parts) {
    const begin = Number.isNaN(played.at) ? undefined : played.at;
    const next = runStory(played.facts, steps, policy, calendar, begin, people);
    const acts = [...played.acts, ...next.acts];
    const transitions = [...played.transitions, ...next.transitions];
    played = { acts, transitions, facts: next.facts, at: next.at };
  }
  return { ...played, opening };
}
