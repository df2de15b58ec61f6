import type { ActData, FormName, MeetingResult, PaperMinutes } from '../rules/application/act.js';
import type { Facts } from '../rules/application/facts.js';
import type { EventLaw } from '../rules/application/lifecycle.js';
import { addDays, day, type Instant, localDateOf } from '../rules/calendar/instant.js';
import { asksPositions } from '../rules/campaign/positions.js';
import { claimsExemption } from '../rules/candidate/defenseExemption.js';
import type { UnmetCondition } from '../rules/candidate/unmetConditions.js';
import { originalsRequired } from '../rules/dossier/checklist.js';
import type { Policy } from '../rules/policy/policy.js';

/** Other data than the proper one; the law takes what is `proper`, and has to refuse what is `incomplete`. */
export interface Variant {
  readonly what: string;
  readonly manner: 'proper' | 'incomplete';
  readonly data: Partial<ActData> | Readonly<Record<string, unknown>>;
  /** Sent by another person of the role than everything else. */
  readonly byAnother?: true;
  /** Rows in which it is tried; absent: in all that take the form. */
  readonly where?: (row: EventLaw) => boolean;
}

const proper = (what: string, data: Variant['data']): Variant => ({ what, manner: 'proper', data });
const incomplete = (what: string, data: Variant['data']): Variant => ({ what, manner: 'incomplete', data });

const missing = [{ section: 'education', field: null, clause: '测试', message: '缺少', messageEn: 'missing' }];
const changed = { publishableHash: 'f'.repeat(64) };

type Variants = (facts: Facts, policy: Policy, at: Instant) => readonly Variant[];

const positions: Variants = ({ profile: { level, employerKind } }, policy) =>
  asksPositions(policy, employerKind)
    ? [
        incomplete('no position stated', { positions: null }),
        incomplete('no position left', { positions: { level, approved: 1, occupied: 0, held: 1 } }),
      ]
    : [];

const tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };
const paper: PaperMinutes = {
  kind: 'paper',
  scan: { documentId: 'minutes-1', hash: 'a'.repeat(64) },
  drawn: 11,
  heldHere: false,
};
const onPaper = (what: string, minutes: Partial<PaperMinutes>, more: Partial<MeetingResult> = {}): Variant =>
  incomplete(what, { minutes: { ...paper, ...minutes }, ...more });

const meeting: Variants = (facts, policy, at) => [
  proper('not passed', { tally: { ...tally, agree: 7, disagree: 4, abstain: 0 } }),
  proper('on paper', { minutes: paper }),
  { ...proper('on paper, by another person', { minutes: paper }), byAnother: true },
  ...(claimsExemption(facts.profile, policy)
    ? [proper('while others are still to be heard', { specialty: { sum: 0, count: 0, pending: 1 } })]
    : []),
  incomplete('votes that do not add up', { tally: { ...tally, agree: 8 } }),
  incomplete('too few attending', { tally: { ...tally, attending: 7, agree: 7, disagree: 0, abstain: 0 } }),
  incomplete('too small a committee', {
    tally: { committee: 3, attending: 3, recused: 0, agree: 3, disagree: 0, abstain: 0 },
  }),
  incomplete('a meeting of tomorrow', { metOn: localDateOf(at + day) }),
  onPaper('no scan', { scan: null }),
  onPaper('on paper, though held here', { heldHere: true }),
  onPaper('no committee drawn', { drawn: null }),
  ...(policy.reviewCommittee.odd.value
    ? [onPaper('an even committee', { drawn: 12 }, { tally: { ...tally, committee: 12 } })]
    : []),
  onPaper('a meeting of last year', {}, { metOn: addDays(localDateOf(at), -365) }),
];

/** What is refused as a result is recorded, and not yet as it is entered. */
const recorded: Variants = (facts, policy, at) =>
  [
    incomplete('another tally than that of the minutes', {
      minutes: {
        kind: 'signed',
        meetingId: 'meeting-1',
        metOn: localDateOf(at),
        tally: { ...tally, agree: 10, abstain: 0 },
      },
    }),
    ...positions(facts, policy, at),
  ].map((variant) => ({ ...variant, where: ({ guards }) => guards.includes('tally_of_minutes') }));

const expert = (number: number, points: number) => ({ expertId: `expert-${number}`, points, recused: false });

const unmet: readonly UnmetCondition[] = [
  { degree: 'bachelor', holds: null, years: 1, obtainedBefore: null, obtainedFrom: null, lacks: 'years' },
];
const asksConditions = ({ codes, evidence }: Policy) =>
  evidence.conditionsByOffice.value && codes.tracks.some(({ conditions }) => conditions.length > 0);

const applyingTwice = incomplete('under way under another account', {
  underOtherAccounts: [{ status: 'unit_review', submissions: 0, specialty: '' }],
});

/** Other data of each form than the proper one. */
export const variants: Readonly<Partial<Record<FormName, Variants>>> = {
  submission: () => [
    proper('another published part', changed),
    incomplete('something missing', { missing }),
    incomplete('not eligible', { ineligible: missing }),
    incomplete('sanctioned', { sanctionedUntil: '2099-12-31' }),
    applyingTwice,
  ],
  // Of the conditions, a form that is corrected says as much as one that is first handed in.
  resubmission: ({ defects }, policy) => [
    proper('another published part', changed),
    ...(asksConditions(policy) ? [proper('no condition met', { unmet })] : []),
    ...(defects.length > 0 ? [incomplete('a defect without an answer', { answered: defects.slice(1) })] : []),
    incomplete('something missing', { missing }),
    applyingTwice,
  ],
  defects: () => [incomplete('no defect', { defects: [] })],
  attachments: (facts, policy, at) => [
    incomplete('nothing attached', { attached: [] }),
    incomplete('a unit under sanction', { unitSanctionedUntil: '2099-12-31' }),
    incomplete('decided tomorrow', { decision: { decidedOn: localDateOf(at + day) } }),
    ...(policy.unitDecision.value ? [incomplete('no decision of the unit', { decision: null })] : []),
    ...positions(facts, policy, at),
  ],
  declination: (_facts, policy) =>
    policy.sanctions.unitPassedBy.value
      ? [
          {
            ...incomplete('a unit under sanction', { unitSanctionedUntil: '2099-12-31' }),
            where: ({ guards }) => guards.includes('decliner_fit'),
          },
        ]
      : [],
  objection: () => [proper('by nobody who can be reached', { unreachable: true })],
  objectionOutcome: () => [
    proper('upheld', { outcome: 'upheld' }),
    incomplete('another objection', { objectionId: 'objection-99' }),
  ],
  posting: (_facts, policy) => (policy.postingPhoto.value ? [incomplete('no photo', { photo: undefined })] : []),
  payment: (_facts, _policy, at) => [
    incomplete('another amount', { amount: 1 }),
    incomplete('money of tomorrow', { paidOn: localDateOf(at + day) }),
  ],
  originals: ({ profile }, policy) =>
    originalsRequired(profile, policy).length > 0 ? [incomplete('no originals', { received: [] })] : [],
  appointment: (_facts, policy, at) =>
    policy.defense.noticeDays.value > 0 ? [incomplete('at once', { at: at + 60_000 })] : [],
  scores: (_facts, policy) => [
    incomplete('no session', { panel: null }),
    incomplete('one sheet is lacking', { sheets: [expert(1, 8_000), expert(2, 8_000)] }),
    ...(policy.defense.minimumExperts.value > 1
      ? [
          incomplete('one expert', {
            panel: { sessionId: 'session-1', experts: ['expert-1'], recused: [] },
            sheets: [expert(1, 8_000)],
          }),
        ]
      : []),
    incomplete('more than all points', { sheets: [expert(1, 10_001), expert(2, 8_000), expert(3, 8_000)] }),
  ],
  meeting: (facts, policy, at) => [...meeting(facts, policy, at), ...recorded(facts, policy, at)],
  entrustment: (_facts, _policy, at) => [incomplete('sent tomorrow', { sentOn: localDateOf(at + day) })],
  entrustedResult: (_facts, _policy, at) => [
    proper('not passed', { passed: false }),
    incomplete('decided tomorrow', { decidedOn: localDateOf(at + day) }),
    incomplete('no decision attached', { decision: undefined }),
  ],
  extension: ({ deadlines }, _policy, at) => [
    ...Object.values(deadlines).map(({ name, due }) => proper(`of ${name}`, { deadline: name, due: due + 2 * day })),
    ...Object.values(deadlines).map(({ name, due }) => incomplete(`${name} not later`, { deadline: name, due })),
    incomplete('of what does not run', { deadline: 'nothing_of_the_kind', due: at + day }),
  ],
  pause: (_facts, _policy, at) => [incomplete('planned to have ended', { until: addDays(localDateOf(at), -1) })],
};
