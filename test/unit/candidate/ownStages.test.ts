import { renderLetter } from '../../../documents/mail/renderLetter.js';
import type { Transition } from '../../../rules/application/act.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts, Profile } from '../../../rules/application/facts.js';
import { lawsIn } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { statusHelpFor } from '../../../rules/candidate/helpOfTrack.js';
import {
  deadlineLabelFor,
  eventLabelFor,
  statusLabelFor,
  statusLabelIn,
} from '../../../rules/candidate/labelsOfTrack.js';
import { eventsLeftOut, hasEvent, statusesFor, statusesIn } from '../../../rules/candidate/statusesOfTrack.js';
import { remindersIn } from '../../../rules/notifications/reminders.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { province2025 } from '../../../rules/policy/campaigns/province2025.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { holds, isEntrusted, obligationsAround, owesDefenseFee } from '../../../rules/policy/stagePlan.js';
import { runStory, type StoryStep } from '../../../simulation/story/story.js';

const [yes, no] = [fromNotice(true, '通知 三'), fromNotice(false, '通知 三')];
const only = (
  policy: Policy,
  stages: Partial<Policy['stages']>,
  omits: Policy['codes']['tracks'][number]['omits'] = [],
) => ({
  ...policy,
  codes: { ...policy.codes, tracks: policy.codes.tracks.map((track) => ({ ...track, omits })) },
  stages: { ...policy.stages, ...stages },
});
const policies: readonly (readonly [string, Policy])[] = [
  ...[aksu2024, kizilsu2025, province2025].map((policy) => [policy.id, policy] as const),
  ['a fee and no originals', only(aksu2024, { materials: no, publicNotice: no })],
  ['originals and no fee', only(aksu2024, { payment: no, defense: no })],
  ['payment before the audit', only(aksu2024, { paymentBeforeAudit: yes })],
  ['fee before the audit alone', only(aksu2024, { paymentBeforeAudit: yes, materials: no })],
  [
    'nothing but the audit',
    only(aksu2024, { payment: no, materials: no, defense: no, publicNotice: no, unitPublicity: no }, [
      'meeting',
      'defense',
    ]),
  ],
];

interface Stage {
  readonly has: boolean;
  readonly words: RegExp;
}

/** The words of each stage, with whether the candidate has it. */
function stagesOf(profile: Profile, policy: Policy): readonly Stage[] {
  const { unitPublicity } = policy.stages;
  const notice = holds('public_notice', profile, policy);
  return [
    { has: holds('payment', profile, policy), words: /缴费|评审费|\bfee\b|payment/iu },
    {
      has: holds('materials', profile, policy),
      words: /报送材料|材料报送|等原件|材料原件|other originals|\bOriginals\b|and originals/u,
    },
    { has: holds('defense', profile, policy), words: /答辩|defense/iu },
    { has: owesDefenseFee(profile, policy), words: /答辩费|答辩缴费|defense fee/iu },
    { has: isEntrusted(profile, policy), words: /委托|entrust/iu },
    { has: holds('meeting', profile, policy), words: /评审会|meeting|vote/iu },
    { has: notice, words: /结果公示|public notice/iu },
    { has: unitPublicity.value, words: /单位公示|publicity/iu },
    { has: notice || unitPublicity.value, words: /公示/u },
  ];
}

function expectOwnStages(said: readonly { readonly what: string; readonly text: string }[], stages: readonly Stage[]) {
  const wrong = said.flatMap(({ what, text }) =>
    stages
      .filter(({ has, words }) => !has && words.test(text))
      .map(({ words }) => `${what}: ${words.exec(text)?.[0]}: ${text}`),
  );
  expect(wrong).toEqual([]);
}

const entrusted = (passed: boolean): readonly StoryStep[] => [
  'send_entrustment',
  { event: 'record_entrusted_result', data: { passed } },
  { event: 'confirm_entrusted_result', person: 'office-2' },
];

/** The shortest story to the title, and one in which the candidate lets the time for fee and originals pass. */
function storiesOf(profile: Profile, policy: Policy): readonly (readonly StoryStep[])[] {
  const obligations = (audit: 'before' | 'after') =>
    obligationsAround(audit, profile, policy).map((one) =>
      one === 'payment' ? 'confirm_payment' : 'receive_materials',
    );
  const begins: readonly StoryStep[] = [
    'submit',
    'post_publicity',
    ...(policy.stages.unitPublicity.value ? (['wait'] as const) : []),
    'recommend',
    'forward',
  ];
  const paid = [...begins, ...obligations('before'), 'accept'] as const;
  const title: readonly StoryStep[] = [
    ...paid,
    ...obligations('after'),
    ...(owesDefenseFee(profile, policy) ? (['confirm_defense_fee'] as const) : []),
    ...(holds('defense', profile, policy) ? (['schedule_defense', 'score_defense'] as const) : []),
    ...(holds('meeting', profile, policy) ? (['record_tally'] as const) : []),
    ...(isEntrusted(profile, policy) ? entrusted(true) : []),
    ...(holds('public_notice', profile, policy) ? (['wait'] as const) : []),
  ];
  const late: readonly StoryStep[] =
    obligations('before').length > 0 ? [...begins, 'wait'] : obligations('after').length > 0 ? [...paid, 'wait'] : [];
  return [
    title,
    late,
    ...(isEntrusted(profile, policy) ? [[...paid, ...obligations('after'), ...entrusted(false)]] : []),
    ['submit', 'return_to_applicant'],
    [...begins.slice(0, -1), 'return_to_unit'],
    ['submit', 'withdraw'],
  ];
}

const cases = policies.flatMap(([name, policy]) =>
  policy.codes.tracks.flatMap((track) =>
    (track.levels ?? policy.levels.value).map(
      (level) => [`${name}, ${track.code}, ${level}`, policy, track.code, level] as const,
    ),
  ),
);

test.each(cases)('nobody is told of a stage they do not have: %s', (_name, policy, track, level) => {
  const calendar = campaignCalendar(policy);
  const specialty = policy.specialties[0]?.code ?? '';
  const employerKind = policy.codes.employerKinds[0]?.code ?? '';
  const profile: Profile = { level, track, employerKind, specialty, defenseExempt: false };
  const stages = stagesOf(profile, policy);
  const due = /(请按时|请在截止时间前)[^。]*/u;
  const identity = { applicationId: 'a', campaignId: policy.id, applicantId: 'p', unitId: 'u', chain: ['d'] };
  const opening = openDraft({ ...identity, profile }, policy, calendar);
  const said: { what: string; text: string }[] = [];
  const both = (what: string, { zh, en }: { readonly zh: string; readonly en: string }) =>
    said.push({ what, text: zh }, { what, text: en });

  const look = (facts: Facts) => {
    both('status', statusLabelFor(facts.status, facts, policy));
    both('help', statusHelpFor(facts.status, facts, policy));
    const statuses = statusesFor(facts, policy);
    expect(statuses.filter(({ here }) => here)).toHaveLength(1);
    for (const status of statuses) both('plan', status);
    for (const deadline of Object.values(facts.deadlines)) {
      both('deadline', deadlineLabelFor(deadline, profile, policy));
    }
    for (const [event] of lawsIn(facts.status)) {
      if (hasEvent(event, profile, policy)) both('event', eventLabelFor(event, profile, policy));
    }
  };
  const letters = (transition: Transition, facts: Facts) => {
    const common = {
      calendar: null,
      previous: [],
      applicationId: 'a',
      number: '2024-AKSU-00417-5',
      link: 'http://portal/a',
      applicantName: '张三',
      unitName: '某厂',
      chain: ['d'],
      profile,
      policy,
      audited: facts.acceptedAt !== null,
      status: facts.status,
      reason: null,
      place: null,
      defects: [],
    };
    const deadlines = Object.values(facts.deadlines);
    const requests = letterRequestsOf(transition).map((one) => ({
      ...common,
      ...one,
      at: transition.at,
      deadlines,
      transition,
    }));
    const reminders = remindersIn(facts, policy).map(({ kind, to, at, deadline }) => ({
      ...common,
      kind,
      to,
      at,
      deadlines: deadline ? [deadline] : deadlines,
      transition: null,
    }));
    for (const letter of [...requests, ...reminders]) {
      const { subject, text } = renderLetter(letter);
      said.push({ what: `letter ${letter.kind}`, text: `${subject}\n${text.replaceAll(policy.title, '')}` });
      // What is to be done is asked on its own side of the audit.
      const asked = letter.to === 'applicant' && facts.status === 'payment' ? (due.exec(text)?.[0] ?? '') : '';
      const side = obligationsAround(letter.audited ? 'after' : 'before', profile, policy);
      if (asked !== '' && letter.kind !== 'paid' && letter.kind !== 'materials_received') {
        expect([asked, asked.includes('评审费')]).toEqual([asked, side.includes('payment')]);
        expect([asked, asked.includes('原件')]).toEqual([asked, side.includes('materials')]);
      }
    }
  };
  for (const story of storiesOf(profile, policy)) {
    let facts = opening;
    look(facts);
    for (const transition of runStory(opening, story, policy, calendar).transitions) {
      facts = evolve(facts, transition);
      both('event', eventLabelFor(transition.event, profile, policy));
      look(facts);
      letters(transition, facts);
    }
  }
  expectOwnStages(said, stages);
});

test('a list of many calls a status by the name that is true for each of them', () => {
  expect(statusLabelIn('payment', aksu2024).zh).toBe('缴费与材料报送');
  // First determination is free of a fee there, the review is not.
  expect(statusLabelIn('payment', province2025).zh).toBe('评审手续');
  const [regular] = province2025.codes.tracks;
  const alone = { ...province2025, codes: { ...province2025.codes, tracks: regular ? [regular] : [] } };
  expect(statusLabelIn('payment', alone, 'senior').zh).toBe('缴费与材料报送');
  expect(statusLabelIn('payment', only(aksu2024, { materials: no })).zh).toBe('缴费');
  const bare = only(aksu2024, { payment: no, materials: no, publicNotice: no }, ['meeting', 'defense']);
  expect(eventsLeftOut(bare)).toEqual([
    'confirm_payment',
    'receive_materials',
    'confirm_defense_fee',
    'defense_fee_due',
    'send_entrustment',
    'record_entrusted_result',
    'confirm_entrusted_result',
  ]);
  const names = statusesIn(bare).map(({ name }) => name);
  for (const gone of ['payment', 'defense', 'review', 'not_passed', 'public_notice']) expect(names).not.toContain(gone);
});

test('what is paid before the audit comes before it on the way, by its own name', () => {
  const policy = only(aksu2024, { paymentBeforeAudit: yes });
  const profile = { level: 'mid', track: aksu2024.codes.tracks[0]?.code ?? '' } as Profile;
  const way = (acceptedAt: number | null) =>
    statusesFor({ profile, acceptedAt, status: 'payment' }, policy).flatMap(({ main, zh, here }) =>
      main ? [here ? `${zh}*` : zh] : [],
    );
  expect(way(null).slice(4, 9)).toEqual(['逐级审核', '缴费*', '评委会审核', '材料报送', '评审会']);
  expect(way(1).slice(4, 9)).toEqual(['逐级审核', '缴费', '评委会审核', '材料报送*', '评审会']);
});

test('the office and the applicant hear of an arrival that has to be paid for first', () => {
  const arrivals = (
    from: 'superior_review' | 'recommendation' | 'committee_audit',
    event: 'forward' | 'recommend' | 'accept',
  ) =>
    letterRequestsOf({ event, from, to: 'payment' })
      .filter(({ kind }) => kind === 'arrived')
      .map(({ to }) => to);
  expect(arrivals('superior_review', 'forward')).toEqual(['office', 'applicant']);
  expect(arrivals('recommendation', 'recommend')).toEqual(['office', 'applicant']);
  expect(arrivals('committee_audit', 'accept')).toEqual([]);
});
