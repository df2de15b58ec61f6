import { PolicyBody } from '../../../api/policy/policyBody.js';
import { announcementPage } from '../../../documents/pages/announcementPages.js';
import { properAct } from '../../../prover/properAct.js';
import { openingHash, openingOf } from '../../../records/application/eventHash.js';
import { decide } from '../../../rules/application/decide.js';
import { openDraft } from '../../../rules/application/opening.js';
import { judge } from '../../../rules/application/timers.js';
import { instantOf, isoInBeijing } from '../../../rules/calendar/instant.js';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import { overlaysOf } from '../../../rules/calendar/overlays/regions.js';
import { scheduleOf } from '../../../rules/campaign/campaignSchedule.js';
import { remindersIn } from '../../../rules/notifications/reminders.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { movedAround } from '../../../rules/policy/campaigns/shift.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { windowOf } from '../../../rules/policy/policyWindows.js';
import { policyOfRound, type Round, roundAt, roundLabel } from '../../../rules/policy/rounds.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { deputySenior } from '../../support/facts.js';

const calendar = buildCalendar({ years: [2024, 2025], overlays: overlaysOf('xinjiang', [2024, 2025]) });
const clause = '通知 三（六）：下半年批次';
const second: Round = {
  code: 'second',
  zh: '下半年',
  en: 'Second half',
  filing: {
    opens: '2024-09-02T09:00',
    applicant: '2024-10-11T18:00',
    unit: null,
    chain: null,
    byDepartment: null,
    committee: '2024-10-25T18:00',
  },
  windows: { audit: { opens: '2024-10-28T00:00', due: '2024-11-15T24:00' } },
  correctionUntil: '2024-11-08T18:00',
};
const having = (...later: readonly Round[]): Policy => ({
  ...aksu2024,
  rounds: fromNotice({ first: { zh: '上半年', en: 'First half' }, later }, clause),
});
const policy = having(second);
const chain = ['department-1'];
const opened = (round: string | null, by: Policy = policy) =>
  openDraft(
    { applicationId: 'a', campaignId: by.id, applicantId: 'p', unitId: 'u', chain, round, profile: deputySenior },
    by,
    calendar,
  );
const at = (moment: string) => instantOf(moment);

test.each([
  ['2024-07-22T00:00', null],
  ['2024-08-30T17:59', null],
  ['2024-08-30T18:00', 'second'],
  ['2024-09-01T10:00', 'second'],
  ['2024-10-11T17:59', 'second'],
  // Too late for every round: the last one refuses it.
  ['2024-10-11T18:00', 'second'],
])('an application started at %s belongs to the round %s', (moment, round) => {
  expect(roundAt(policy, chain, at(moment))).toBe(round);
  expect(roundAt(aksu2024, chain, at(moment))).toBeNull();
});

test('its filing opens and ends with its round, and reminds of that', () => {
  const [first, later] = [opened(null), opened('second')];
  expect(first.deadlines.filing_cutoff?.due).toBe(at('2024-08-30T18:00'));
  expect(later.deadlines.filing_cutoff).toMatchObject({ due: at('2024-10-11T18:00'), clause });
  const submitted = (facts: typeof later, moment: string) => {
    const receivedAt = at(moment);
    return judge(facts, properAct(facts, 'submit', policy, receivedAt), policy, calendar, receivedAt);
  };
  expect(submitted(later, '2024-09-02T08:59')).toMatchObject({ code: 'window_not_open', clause });
  expect(submitted(later, '2024-09-02T09:00')).toMatchObject({ to: 'unit_review' });
  expect(submitted(later, '2024-10-11T18:00')).toMatchObject({ code: 'deadline_passed', clause });
  expect(submitted(first, '2024-09-02T09:00')).toMatchObject({ code: 'deadline_passed', clause: '通知 三（一）' });
  expect(remindersIn(later, policy)[0]).toMatchObject({ kind: 'window_open', at: at('2024-09-02T09:00') });
});

test('its windows are those of the level, then the committee, then the round, then the campaign', () => {
  const [committee] = aksu2024.reviewCommittee.committees.value;
  if (!committee) throw new Error('no committee');
  const window = (month: string) => ({ opens: `2024-${month}-01T00:00`, due: `2024-${month}-20T24:00` });
  const own: Policy = {
    ...policy,
    levelWindows: fromNotice([{ level: 'junior', audit: window('12') }], '通知 级别'),
    reviewCommittee: {
      ...policy.reviewCommittee,
      committees: fromNotice(
        [
          { ...committee, specialties: ['chemical'], windows: { audit: window('11') } },
          { ...committee, code: 'other', specialties: ['mechanical_electronic'] },
        ],
        '通知 评委会',
      ),
    },
  };
  const opens = (level: string, specialty: string, round: string | null, name: 'audit' | 'payment' = 'audit') =>
    windowOf(name, { level, specialty }, policyOfRound(own, round))?.value.opens.slice(0, 10);
  expect(opens('junior', 'chemical', 'second')).toBe('2024-12-01');
  expect(opens('mid', 'chemical', 'second')).toBe('2024-11-01');
  expect(opens('mid', 'mechanical_electronic', 'second')).toBe('2024-10-28');
  expect(opens('mid', 'mechanical_electronic', null)).toBe('2024-08-10');
  expect(opens('mid', 'mechanical_electronic', 'second', 'payment')).toBe('2024-09-10');
});

test('the audit and the correction go by the round to the end', () => {
  const begin = at('2024-09-03T10:00');
  const story = runStory(opened('second'), stories.committee_audit, policyOfRound(policy, 'second'), calendar, begin);
  const accept = (moment: string) => {
    const act = properAct(story.facts, 'accept', policy, at(moment));
    return decide(story.facts, act, policy, calendar, at(moment));
  };
  expect(accept('2024-10-27T23:59')).toMatchObject({ code: 'window_not_open', clause });
  expect(accept('2024-10-28T00:00')).toMatchObject({ to: 'payment' });
  const returned = runStory(
    story.facts,
    [{ event: 'return_for_correction', notBefore: at('2024-10-28T10:00') }],
    policyOfRound(policy, 'second'),
    calendar,
    story.at,
  );
  expect(isoInBeijing(returned.facts.deadlines.correction_due?.due ?? 0).slice(0, 16)).toBe('2024-11-08T18:00');
});

test('the opening is hashed with its round, and without one as ever', () => {
  const [first, later] = [openingOf(opened(null), 'n'), openingOf(opened('second'), 'n')];
  expect(first).not.toHaveProperty('round');
  expect(later).toHaveProperty('round', 'second');
  expect(openingHash(later, 0)).not.toBe(openingHash({ ...later, round: 'third' }, 0));
});

test('the campaign files until its last round ends, audits until the last of its audits, and announces each by name', () => {
  const { dates } = scheduleOf(policy, calendar);
  expect(dates.filing_opens?.at).toBe(at('2024-07-22T00:00'));
  expect(dates.filing_cutoff).toEqual({ at: at('2024-10-25T18:00'), clause });
  expect(dates.audit_ends?.at).toBe(at('2024-11-15T24:00'));
  const page = announcementPage({ id: 'a', title: '评审', phase: 'filing', policy });
  for (const name of ['上半年提交至评委会', '上半年审核', '下半年个人提交', '下半年审核']) expect(page).toContain(name);
  expect(announcementPage({ id: 'a', title: '评审', phase: 'filing', policy: aksu2024 })).not.toContain('上半年');
  expect(roundLabel(policy, 'second')?.zh).toBe('下半年');
  expect(roundLabel(policy, null)?.zh).toBe('上半年');
  expect(roundLabel(aksu2024, null)).toBeNull();
  expect(movedAround(policy, '2026-05-06', 'demo').rounds).toBeNull();
});

describe('The check', () => {
  const found = (code: string, by: Policy) =>
    lint(by, calendar).flatMap((one) => (one.code === code && one.path === 'rounds' ? [one.message] : []));

  test('looks at the dates of each round, under its name', () => {
    const reversed = { opens: '2024-11-15T00:00', due: '2024-10-28T24:00' };
    const [message] = found('window_reversed', having({ ...second, windows: { audit: reversed } }));
    expect(message).toMatch(/^下半年：/);
    expect(found('window_reversed', policy)).toEqual([]);
    const late = { ...second.filing, applicant: '2024-10-25T18:00' };
    expect(found('applicant_cutoff_too_late', having({ ...second, filing: late }))).toHaveLength(1);
  });

  test('finds rounds that do not follow each other, and a code that stands there twice is refused', () => {
    const early = { ...second.filing, committee: '2024-08-30T18:00' };
    expect(found('windows_out_of_order', having({ ...second, filing: early })).length).toBeGreaterThan(0);
    const issues = PolicyBody.safeParse(having(second, second)).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['rounds.value.later']);
    expect(PolicyBody.safeParse(having()).success).toBe(false);
  });

  test('asks about “before” a day and about hours in the windows of rounds, levels and committees', () => {
    const worded = (words: string): Policy => ({
      ...policy,
      rounds: fromNotice(
        {
          first: { zh: '上半年', en: 'First half' },
          later: [{ ...second, filing: { ...second.filing, committee: '2024-10-25T24:00' } }],
        },
        words,
      ),
    });
    expect(found('day_before_unclear', worded('通知 三（六）：10月25日前')).length).toBeGreaterThan(0);
    expect(found('day_before_unclear', worded('通知 三（六）：至10月25日'))).toEqual([]);
    expect(found('hour_not_stated', worded('通知 三（六）未写明时刻')).length).toBeGreaterThan(0);
    const window = { opens: '2024-08-20T09:00', due: '2024-09-10T24:00' };
    const [committee] = aksu2024.reviewCommittee.committees.value;
    if (!committee) throw new Error('no committee');
    const own: readonly [string, Policy][] = [
      ['levelWindows', { ...aksu2024, levelWindows: fromNotice([{ level: 'mid', audit: window }], '通知：9月10日前') }],
      [
        'reviewCommittee.committees',
        {
          ...aksu2024,
          reviewCommittee: {
            ...aksu2024.reviewCommittee,
            committees: fromNotice([{ ...committee, windows: { audit: window } }], '通知：9月10日前审核完毕'),
          },
        },
      ],
    ];
    for (const [path, by] of own) {
      const findings = lint(by, calendar).filter(({ code }) => code === 'day_before_unclear');
      expect(findings).toMatchObject([{ path, date: '2024-09-10', severity: 'warning' }]);
      expect(findings[0]?.message).toContain('审核');
    }
  });
});

describe('A quota without numbers', () => {
  const paths = (by: Policy) =>
    lint(by, calendar).flatMap(({ code, path }) => (code === 'quota_without_numbers' ? [path] : []));

  test('is found where positions limit recommendations and no number is stated, or a clause speaks of one', () => {
    expect(paths(aksu2024)).toEqual([]);
    expect(paths({ ...aksu2024, positions: fromNotice(true, '通知 二（三）') })).toEqual(['positions']);
    expect(paths({ ...aksu2024, positions: fromNotice(true, '通知 二（三）：各单位5名') })).toEqual([]);
    expect(paths({ ...aksu2024, levels: fromNotice(['mid'], '通知 二：中级按名额推荐') })).toEqual(['levels']);
    expect(paths({ ...aksu2024, levels: fromNotice(['mid'], '通知 二：中级') })).toEqual([]);
  });
});
