import { PolicyBody } from '../../../../api/policy/policyBody.js';
import { announcementPage } from '../../../../documents/pages/announcementPages.js';
import { properAct } from '../../../../prover/properAct.js';
import { decide, isRefusal } from '../../../../rules/application/decide.js';
import type { Facts } from '../../../../rules/application/facts.js';
import { judge } from '../../../../rules/application/timers.js';
import { day, hour, instantOf, isoInBeijing } from '../../../../rules/calendar/instant.js';
import { feeOf } from '../../../../rules/candidate/fees.js';
import { remindersIn } from '../../../../rules/notifications/reminders.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../../rules/policy/campaigns/ruled.js';
import { movedAround } from '../../../../rules/policy/campaigns/shift.js';
import { lint } from '../../../../rules/policy/lint/linter.js';
import type { DefenseFee, Policy } from '../../../../rules/policy/policy.js';
import { runStory, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, deputySenior, draft } from '../../../support/facts.js';

const parts: DefenseFee = { fees: { deputy_senior: 20_000 }, window: null, workingDays: 3 };
const withPart = (more: Partial<DefenseFee> = {}): Policy => ({
  ...aksu2024,
  defenseFee: fromNotice({ ...parts, ...more }, '通知 三、其他事宜（四）：答辩费'),
});
const played = (story: readonly StoryStep[], policy: Policy, opening: Facts = draft()) =>
  runStory(opening, story, policy, calendar2024);
const { payment } = stories;
const atDefense: readonly StoryStep[] = [...payment, 'confirm_payment', 'receive_materials'];
const due = ({ facts }: ReturnType<typeof played>) =>
  isoInBeijing(facts.deadlines.defense_fee_due?.due ?? Number.NaN).slice(0, 16);

test('the review fee is paid where it is today, the defense fee once the candidate comes to the defense', () => {
  const first = played(payment, withPart());
  expect(first.facts).toMatchObject({ status: 'payment', paidAt: null, defenseFeePaidAt: null });
  const second = played(atDefense, withPart());
  expect(second.facts).toMatchObject({ status: 'defense_payment', defenseFeePaidAt: null });
  const { facts, acts } = played([...atDefense, 'confirm_defense_fee'], withPart());
  expect(facts.status).toBe('defense');
  expect(facts.defenseFeePaidAt).toBeGreaterThan(facts.paidAt ?? 0);
  expect(acts.flatMap(({ data }) => ('amount' in data ? data.amount : []))).toEqual([60_000, 20_000]);
});

test('one part alone leaves everything as it is, and nobody else pays for the defense', () => {
  expect(played(atDefense, aksu2024).facts.status).toBe('defense');
  expect(feeOf(deputySenior, aksu2024, 'defense')).toBe(0);
  const exempt = draft({ profile: { ...deputySenior, defenseExempt: true } });
  expect(played(atDefense, withPart(), exempt).facts.status).toBe('review');
  const mid = draft({ profile: { ...deputySenior, level: 'mid' } });
  expect(played(atDefense, withPart(), mid).facts.status).toBe('review');
  expect(played(atDefense, withPart({ fees: { deputy_senior: 0 } })).facts.status).toBe('defense');
  const [regular] = aksu2024.codes.tracks;
  if (!regular) throw new Error('no track');
  const free: Policy = {
    ...withPart(),
    codes: { ...aksu2024.codes, tracks: [{ ...regular, omits: ['payment'] }] },
  };
  expect(played([...payment, 'receive_materials'], free).facts.status).toBe('defense');
});

test('it comes after the audit even where the review fee came before it', () => {
  const stages = { ...aksu2024.stages, paymentBeforeAudit: fromNotice(true, '通知 三') };
  const policy = { ...withPart(), stages };
  const story: readonly StoryStep[] = [
    ...(['submit', 'post_publicity', 'wait', 'recommend', 'forward'] as const),
    ...(['confirm_payment', 'accept', 'receive_materials'] as const),
  ];
  expect(played(story, policy).facts.status).toBe('defense_payment');
});

describe('the defense fee is due', () => {
  // Everything else is done on Tuesday, 2024-09-10.
  test('its working days after the candidate has come to the defense', () => {
    expect(due(played(atDefense, withPart()))).toBe('2024-09-14T00:00');
    expect(due(played(atDefense, withPart({ workingDays: 1 })))).toBe('2024-09-12T00:00');
  });

  test('at the end of its window, and never sooner than those days', () => {
    const window = (end: string) => ({ opens: '2024-09-12T09:00', due: end });
    expect(due(played(atDefense, withPart({ window: window('2024-09-20T18:00') })))).toBe('2024-09-20T18:00');
    expect(due(played(atDefense, withPart({ window: window('2024-09-13T18:00') })))).toBe('2024-09-14T00:00');
  });

  test('and lapses the application at that instant, not before', () => {
    const policy = withPart();
    const { facts } = played(atDefense, policy);
    const at = facts.deadlines.defense_fee_due?.due ?? 0;
    const outcome = (receivedAt: number) =>
      judge(facts, properAct(facts, 'confirm_defense_fee', policy, receivedAt), policy, calendar2024, receivedAt);
    expect(outcome(at - 1)).toMatchObject({ to: 'defense' });
    expect(outcome(at)).toMatchObject({ code: 'deadline_passed', clause: '通知 三、其他事宜（四）：答辩费' });
    expect(played([...atDefense, 'wait'], policy).facts.status).toBe('lapsed');
    expect(remindersIn(facts, policy).map((one) => (at - one.at) / day)).toEqual([7, 3, 1]);
  });

  test('not before its window opens, of which the candidate is told', () => {
    const policy = withPart({ window: { opens: '2024-09-12T09:00', due: '2024-09-20T18:00' } });
    const { facts } = played(atDefense, policy);
    const opens = instantOf('2024-09-12T09:00');
    const outcome = (receivedAt: number) =>
      decide(facts, properAct(facts, 'confirm_defense_fee', policy, receivedAt), policy, calendar2024, receivedAt);
    expect(outcome(opens - 1)).toMatchObject({ code: 'window_not_open', clause: '通知 三、其他事宜（四）：答辩费' });
    expect(outcome(opens)).toMatchObject({ to: 'defense' });
    expect(remindersIn(facts, policy)).toContainEqual(expect.objectContaining({ kind: 'window_open', at: opens }));
  });
});

test('each part takes its own amount, and the other part is refused where it is not due', () => {
  const policy = withPart();
  const judged = (story: readonly StoryStep[], event: 'confirm_payment' | 'confirm_defense_fee', amount: number) => {
    const { facts, at } = played(story, policy);
    const act = properAct(facts, event, policy, at + hour, { role: 'bank', data: { amount } });
    const outcome = decide(facts, act, policy, calendar2024, act.receivedAt);
    return isRefusal(outcome) ? [outcome.code, outcome.clause] : outcome.to;
  };
  expect(judged(atDefense, 'confirm_defense_fee', 20_000)).toBe('defense');
  expect(judged(atDefense, 'confirm_defense_fee', 60_000)).toEqual([
    'amount_mismatch',
    '通知 三、其他事宜（四）：答辩费',
  ]);
  expect(judged(atDefense, 'confirm_payment', 60_000)).toEqual(['event_not_allowed', '通知 四']);
  expect(judged([...payment, 'receive_materials'], 'confirm_defense_fee', 20_000)).toEqual([
    'event_not_allowed',
    '通知 四',
  ]);
  expect(judged([...atDefense, 'confirm_defense_fee'], 'confirm_defense_fee', 20_000)).toEqual([
    'event_not_allowed',
    '通知 四',
  ]);
});

test('the page of the campaign names both parts, and the demo moves the window', () => {
  const window = { opens: '2024-09-12T09:00', due: '2024-09-20T18:00' };
  const page = announcementPage({ id: 'a', title: '评审', phase: 'filing', policy: withPart({ window }) });
  expect(page).toMatch(/评审费[\s\S]*600元，[\s\S]*答辩费[\s\S]*200元/);
  expect(page).toContain('答辩费缴纳');
  expect(announcementPage({ id: 'a', title: '评审', phase: 'filing', policy: aksu2024 })).not.toContain('答辩费');
  const moved = movedAround(withPart({ window }), '2026-05-06', 'demo').defenseFee?.value.window;
  expect([moved?.opens.slice(10), moved?.due.slice(10)]).toEqual(['T09:00', 'T18:00']);
  expect(moved?.due.startsWith('2026-06')).toBe(true);
});

describe('a defense fee is refused', () => {
  const refused = (policy: Policy) =>
    (PolicyBody.safeParse(policy).error?.issues ?? []).map(({ path }) => path.join('.'));
  const without = (stage: 'payment' | 'defense') => ({
    ...withPart(),
    stages: { ...aksu2024.stages, [stage]: fromNotice(false, '通知') },
  });

  test('of a level that the policy does not have or that does not defend, and where nothing is paid or defended', () => {
    expect(refused(withPart())).toEqual([]);
    expect(refused(withPart({ fees: { senior: 1 } }))).toEqual(['defenseFee.value.fees']);
    expect(refused(withPart({ fees: { mid: 1 } }))).toEqual(['defenseFee.value.fees.mid']);
    expect(refused(without('payment'))).toEqual(['defenseFee']);
    expect(refused(without('defense'))).toEqual(['defenseFee']);
  });

  test('without days, or with a window that ends before it begins', () => {
    expect(refused(withPart({ workingDays: 0 }))).toEqual(['defenseFee.value.workingDays']);
    const reversed = withPart({ window: { opens: '2024-09-20T09:00', due: '2024-09-12T18:00' } });
    const found = lint(reversed, calendar2024).filter(({ code }) => code === 'window_reversed');
    expect(found).toMatchObject([{ path: 'defenseFee' }]);
  });
});
