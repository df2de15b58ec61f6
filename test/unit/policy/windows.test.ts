import { PolicyBody } from '../../../api/policy/policyBody.js';
import { announcementPage } from '../../../documents/pages/announcementPages.js';
import { properAct } from '../../../prover/properAct.js';
import { explain } from '../../../rules/application/deadline.js';
import { decide } from '../../../rules/application/decide.js';
import type { Facts } from '../../../rules/application/facts.js';
import { judge } from '../../../rules/application/timers.js';
import { day, hour, instantOf, isoInBeijing, type LocalDateTime } from '../../../rules/calendar/instant.js';
import { scheduleOf } from '../../../rules/campaign/campaignSchedule.js';
import { remindersIn } from '../../../rules/notifications/reminders.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { movedAround } from '../../../rules/policy/campaigns/shift.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import { type Policy, windowNames } from '../../../rules/policy/policy.js';
import { windowOf, windowsByCandidate } from '../../../rules/policy/policyWindows.js';
import { runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, deputySenior, draft } from '../../support/facts.js';

const played = (story: readonly StoryStep[], policy: Policy, opening: Facts = draft()) =>
  runStory(opening, story, policy, calendar2024);
const dueOf = ({ facts }: ReturnType<typeof played>, name: 'correction_due' | 'payment_due') =>
  isoInBeijing(facts.deadlines[name]?.due ?? Number.NaN).slice(0, 16);
const found = (code: string, policy: Policy) => lint(policy, calendar2024).filter((one) => one.code === code);
const at = (moment: LocalDateTime) => instantOf(moment);
const pageOf = (policy: Policy) => announcementPage({ id: 'a', title: '评审', phase: 'filing', policy });

describe('corrections until a fixed date', () => {
  const until = (moment: LocalDateTime): Policy => ({
    ...aksu2024,
    correctionUntil: fromNotice(moment, '通知 三（二）：补正至9月5日18:00'),
  });
  const returned = (notBefore: LocalDateTime): readonly StoryStep[] => [
    ...stories.committee_audit,
    { event: 'return_for_correction', notBefore: at(notBefore) },
  ];

  // Two calendar days after the return.
  test.each([
    ['2024-08-12T10:00', '2024-09-05T18:00'],
    ['2024-09-02T10:00', '2024-09-05T18:00'],
    ['2024-09-03T10:00', '2024-09-06T00:00'],
    ['2024-09-05T17:59', '2024-09-08T00:00'],
    ['2024-09-06T10:00', '2024-09-09T00:00'],
  ])('a return at %s is corrected by %s', (returnedAt, due) => {
    expect(dueOf(played(returned(returnedAt), until('2024-09-05T18:00')), 'correction_due')).toBe(due);
  });

  test('count in days alone where the notice has no date', () => {
    expect(dueOf(played(returned('2024-08-12T10:00'), aksu2024), 'correction_due')).toBe('2024-08-15T00:00');
  });

  test('say on which clause the date rests, remind before it, and end at it', () => {
    const policy = until('2024-09-05T18:00');
    const { facts } = played(returned('2024-08-12T10:00'), policy);
    const deadline = facts.deadlines.correction_due;
    if (!deadline) throw new Error('no deadline');
    expect(explain(deadline).zh).toContain('通知 三（二）：补正至9月5日18:00），按通知写明的时间');
    expect(remindersIn(facts, policy).map((one) => (deadline.due - one.at) / hour)).toEqual([24, 4]);
    const outcome = (receivedAt: number) =>
      judge(facts, properAct(facts, 'resubmit', policy, receivedAt), policy, calendar2024, receivedAt);
    expect(outcome(deadline.due - 1)).toMatchObject({ to: 'committee_audit' });
    expect(outcome(deadline.due)).toMatchObject({ code: 'deadline_passed' });
  });

  test('are announced with both the date and the days', () => {
    expect(pageOf(until('2024-09-05T18:00'))).toContain('不足2个自然日的，退回后2个自然日内');
    expect(pageOf(aksu2024)).toContain('退回后2个自然日内');
  });

  test('a date over before the audit begins is found', () => {
    expect(found('correction_date_idle', until('2024-08-10T00:00'))).toMatchObject([{ path: 'correctionUntil' }]);
    expect(found('correction_date_idle', until('2024-08-10T00:01'))).toEqual([]);
    expect(found('correction_date_idle', { ...until('2024-08-01T00:00'), audit: null })).toEqual([]);
  });
});

describe('a notice without a window', () => {
  const none: Policy = { ...aksu2024, audit: null, payment: null, materials: null };

  test('awaits no opening: acceptance, fee and originals follow at once', () => {
    const { facts } = played(stories.defense, none);
    expect(facts.status).toBe('defense');
    expect(facts.materialsAt).toBeLessThan(at('2024-08-10T00:00'));
  });

  test('has payment and originals due by the fewest working days after acceptance alone', () => {
    // Accepted on Friday, 2024-08-02.
    const accepted: readonly StoryStep[] = [
      ...stories.committee_audit,
      { event: 'accept', notBefore: at('2024-08-02T10:00') },
    ];
    expect(dueOf(played(accepted, none), 'payment_due')).toBe('2024-08-08T00:00');
    expect(dueOf(played(accepted, { ...none, payment: aksu2024.payment }), 'payment_due')).toBe('2024-08-08T00:00');
    const paid: readonly StoryStep[] = [...accepted, 'receive_materials'];
    expect(dueOf(played(paid, { ...none, payment: aksu2024.payment }), 'payment_due')).toBe('2024-09-16T00:00');
  });

  test('has no end of the audit, in the schedule, in reminders and on the page', () => {
    expect(scheduleOf(none, calendar2024).dates).toEqual({
      filing_opens: expect.anything(),
      filing_cutoff: expect.anything(),
    });
    const { dates } = scheduleOf({ ...none, materials: aksu2024.materials }, calendar2024);
    expect(dates.payment_ends).toMatchObject({ at: at('2024-09-15T24:00') });
    expect(remindersIn(played(stories.committee_audit, none).facts, none)).toEqual([]);
    expect(remindersIn(played(stories.payment, none).facts, none).map(({ kind }) => kind)).not.toContain('window_open');
    expect(pageOf(none)).not.toContain('>审核<');
  });

  test('is warned of, with what then applies', () => {
    const findings = found('window_absent', none);
    expect(findings.map(({ path, severity }) => [path, severity])).toEqual(
      windowNames.map((name) => [name, 'warning']),
    );
    expect(findings[1]?.message).toContain('审核通过后3个工作日');
    expect(findings[2]?.messageEn).toContain('3 working days after acceptance');
    expect(found('window_absent', aksu2024)).toEqual([]);
    const unpaid = { ...none.stages, payment: { ...none.stages.payment, value: false } };
    expect(found('window_absent', { ...none, stages: unpaid }).map(({ path }) => path)).toEqual(['audit', 'materials']);
    expect(lint(confirmed(none), calendar2024).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is taken by the API, and moved to today as it is', () => {
    expect(PolicyBody.parse(none)).toEqual(none);
    expect(movedAround(none, '2026-05-06', 'demo')).toMatchObject({ audit: null, payment: null, materials: null });
  });
});

test('a page says who delivers the originals and when they are taken, where they are asked for', () => {
  const delivery = { byUnit: fromNotice(true, '通知 三'), officeHours: fromNotice('工作日<10:00>', '通知 三') };
  expect(pageOf({ ...aksu2024, delivery })).toMatch(/用人单位统一报送[\s\S]*工作日&lt;10:00&gt;/);
  expect(pageOf(aksu2024)).toContain('申报人报送');
  expect(pageOf(aksu2024)).not.toContain('原件收取时间');
  const stages = { ...aksu2024.stages, materials: fromNotice(false, '通知') };
  expect(pageOf({ ...aksu2024, delivery, stages })).not.toContain('统一报送');
});

describe('windows of a level and of a committee', () => {
  const [committee] = aksu2024.reviewCommittee.committees.value;
  if (!committee) throw new Error('no committee');
  const window = (from: string, to: string) => ({ opens: `2024-${from}T00:00`, due: `2024-${to}T24:00` });
  const committees = [
    { ...committee, specialties: ['mechanical_electronic'] },
    {
      ...committee,
      code: 'chemistry',
      name: '化工评委会',
      specialties: ['chemical'],
      windows: { audit: window('09-01', '09-20'), payment: window('09-21', '09-25') },
    },
  ];
  const own: Policy = {
    ...aksu2024,
    reviewCommittee: { ...aksu2024.reviewCommittee, committees: fromNotice(committees, '通知 六') },
    levelWindows: fromNotice([{ level: 'junior', audit: window('08-20', '09-02') }], '通知 三（二）：初级'),
  };
  const profile = (level: string, specialty: string) => ({ ...deputySenior, level, specialty });

  test.each([
    ['junior', 'mechanical_electronic', '2024-08-20T00:00', '通知 三（二）：初级'],
    ['junior', 'chemical', '2024-08-20T00:00', '通知 三（二）：初级'],
    ['mid', 'chemical', '2024-09-01T00:00', '通知 六'],
    ['mid', 'mechanical_electronic', '2024-08-10T00:00', '通知 三（二）'],
  ])('a candidate of %s in %s is audited from %s', (level, specialty, opens, clause) => {
    const chosen = windowOf('audit', profile(level, specialty), own);
    expect([chosen?.value.opens, chosen?.clause]).toEqual([opens, clause]);
    const opening = draft({ profile: profile(level, specialty) });
    const { facts } = played(stories.committee_audit, own, opening);
    const outcome = (receivedAt: number) =>
      decide(facts, properAct(facts, 'accept', own, receivedAt), own, calendar2024, receivedAt);
    expect(outcome(at(opens) - 1)).toMatchObject({ code: 'window_not_open', clause });
    expect(outcome(at(opens))).toMatchObject({ to: 'payment' });
    expect(remindersIn(facts, own).map((one) => one.at)).toEqual([at(chosen?.value.due ?? '')]);
  });

  test('payment is due by the window of the candidate, a window that is not their own by the campaign’s', () => {
    const opening = draft({ profile: profile('mid', 'chemical') });
    expect(dueOf(played([...stories.payment, 'receive_materials'], own, opening), 'payment_due')).toBe(
      '2024-09-26T00:00',
    );
    const dueDay = dueOf(played([...stories.payment, 'receive_materials'], own), 'payment_due');
    expect(dueDay).toBe('2024-09-16T00:00');
  });

  test('the campaign ends its audit with the last of them, and each is announced by its name', () => {
    const { dates } = scheduleOf(own, calendar2024);
    expect(dates.audit_ends).toEqual({ at: at('2024-09-20T24:00'), clause: '通知 六' });
    expect(dates.payment_ends?.at).toBe(at('2024-09-25T24:00'));
    for (const name of ['初级审核', '化工评委会审核', '化工评委会缴费']) expect(pageOf(own)).toContain(name);
    expect(windowsByCandidate(own)).toHaveLength(4);
  });

  test('replace an absent window of the campaign, which is warned of only where somebody is left without', () => {
    const campaign = { ...own, audit: null };
    expect(found('window_absent', campaign)).toMatchObject([{ path: 'audit' }]);
    const every = aksu2024.levels.value.map((level) => ({ level, audit: window('08-20', '09-10') }));
    expect(found('window_absent', { ...campaign, levelWindows: fromNotice(every, '通知') })).toEqual([]);
  });

  test('are linted as those of the campaign are', () => {
    const reversed = fromNotice(
      [{ level: 'junior', audit: { opens: '2024-09-10T00:00', due: '2024-09-01T00:00' } }],
      '通知',
    );
    expect(found('window_reversed', { ...own, levelWindows: reversed })).toMatchObject([{ path: 'levelWindows' }]);
    const late = fromNotice([{ level: 'junior', audit: window('08-20', '09-30') }], '通知');
    expect(found('windows_out_of_order', { ...own, levelWindows: late }).length).toBeGreaterThan(0);
  });

  test('are taken by the API, moved to today, and refused for a level the policy does not have', () => {
    expect(PolicyBody.parse(own)).toEqual(own);
    const today = '2026-05-06';
    const moved = movedAround(own, today, 'demo');
    for (const set of windowsByCandidate(moved)) {
      for (const name of windowNames) {
        expect(set[name]?.opens).toBeLessThanOrEqual(at(`${today}T00:00`));
        expect(set[name]?.due).toBeGreaterThan(at(`${today}T00:00`) + day);
      }
    }
    const twice = [...(own.levelWindows?.value ?? []), { level: 'junior' }, { level: 'senior' }];
    const { error } = PolicyBody.safeParse({ ...own, levelWindows: fromNotice(twice, '通知') });
    const issues = error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
    expect(issues.map(([path]) => path).sort()).toEqual(['levelWindows.value', 'levelWindows.value.2.level']);
    for (const [, message] of issues) expect(message).toMatch(/senior|junior/);
  });
});
