import { properAct } from '../../../../prover/properAct.js';
import type { Act } from '../../../../rules/application/act.js';
import { explain } from '../../../../rules/application/deadline.js';
import type { DeadlineName } from '../../../../rules/application/deadlines.js';
import { decide, isRefusal } from '../../../../rules/application/decide.js';
import type { EventName, Status } from '../../../../rules/application/lifecycle.js';
import { dueTransitions, judge } from '../../../../rules/application/timers.js';
import { hour, isoInBeijing } from '../../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { runStory, type StoryResult, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const played = (story: readonly StoryStep[], begin?: string): StoryResult =>
  runStory(draft(), story, aksu2024, calendar2024, begin ? Date.parse(begin) : undefined);

function due({ facts }: StoryResult, name: DeadlineName): string {
  return isoInBeijing(facts.deadlines[name]?.due ?? Number.NaN);
}

/** Each deadline that takes something away: where it runs, the act that meets it, where passing leads. */
const met: readonly { deadline: DeadlineName; story: readonly StoryStep[]; event: EventName; passed: Status }[] = [
  { deadline: 'filing_cutoff', story: stories.superior_review, event: 'forward', passed: 'lapsed' },
  { deadline: 'filing_cutoff', story: stories.draft, event: 'submit', passed: 'lapsed' },
  { deadline: 'correction_due', story: stories.correction, event: 'resubmit', passed: 'lapsed' },
  {
    deadline: 'payment_due',
    story: [...stories.payment, 'receive_materials'],
    event: 'confirm_payment',
    passed: 'lapsed',
  },
  { deadline: 'publicity_period', story: stories.unit_publicity, event: 'raise_objection', passed: 'recommendation' },
  { deadline: 'notice_period', story: stories.public_notice, event: 'raise_objection', passed: 'conferred' },
];

describe('Each deadline at its due instant, a millisecond before and a millisecond after', () => {
  test.each(met)('$event at the $deadline', ({ deadline, story, event, passed }) => {
    const { facts } = played(story);
    const instant = facts.deadlines[deadline]?.due ?? Number.NaN;
    const act = (receivedAt: number): Act => properAct(facts, event, aksu2024, receivedAt);
    const outcome = (receivedAt: number) => judge(facts, act(receivedAt), aksu2024, calendar2024, receivedAt);
    expect(outcome(instant - 1)).toMatchObject({ event, from: facts.status });
    for (const late of [instant, instant + 1]) {
      const refusal = outcome(late);
      expect(refusal).toMatchObject({ code: 'deadline_passed', deadline: { name: deadline, due: instant } });
      if (isRefusal(refusal)) expect(refusal.message).toContain('已过截止时间');
    }
    expect(dueTransitions(facts, aksu2024, calendar2024, instant - 1)).toEqual([]);
    expect(dueTransitions(facts, aksu2024, calendar2024, instant)[0]).toMatchObject({ to: passed, at: instant });
  });
});

describe('Counting', () => {
  test('a publicity posted on 08-22 ends with 08-29, and one posted on 08-23 too late for the cutoff', () => {
    expect(due(played(['submit', 'post_publicity'], '2024-08-22T08:00:00+08:00'), 'publicity_period')).toBe(
      '2024-08-30T00:00:00.000+08:00',
    );
    const late = played(['submit', 'post_publicity'], '2024-08-23T08:00:00+08:00');
    expect(due(late, 'publicity_period')).toBe('2024-08-31T00:00:00.000+08:00');
    expect(
      dueTransitions(late.facts, aksu2024, calendar2024, Date.parse('2024-09-30T00:00:00+08:00')).map(({ to }) => to),
    ).toEqual(['lapsed']);
  });

  test('a correction is due at the end of the second day after the return, whatever the hour', () => {
    const returned = played([...stories.committee_audit, 'return_for_correction']);
    const day = isoInBeijing(returned.at).slice(0, 10);
    const [deadline] = Object.values(returned.facts.deadlines);
    expect(deadline?.countedFrom).toBe(day);
    expect((deadline?.due ?? 0) - Date.parse(`${day}T00:00:00+08:00`)).toBe(3 * 24 * hour);
  });

  test('payment is due with the window, or three working days after a late acceptance', () => {
    expect(due(played(stories.payment), 'payment_due')).toBe('2024-09-16T00:00:00.000+08:00');
    const { facts } = played(stories.committee_audit);
    const act = properAct(facts, 'accept', aksu2024, Date.parse('2024-09-13T17:00:00+08:00'));
    const late = decide(facts, act, aksu2024, calendar2024, act.receivedAt);
    // 09-13 is a Friday; 09-14 is a make-up workday, 09-15 to 09-17 Mid-Autumn: 09-14, 09-18, 09-19.
    expect(late).toMatchObject({ deadlines: { payment_due: { due: Date.parse('2024-09-20T00:00:00+08:00') } } });
  });

  test('the public notice starts the day after the meeting and ends after five working days', () => {
    const { facts } = played(stories.review);
    const act = properAct(facts, 'record_tally', aksu2024, Date.parse('2024-09-26T17:00:00+08:00'));
    expect(decide(facts, act, aksu2024, calendar2024, act.receivedAt)).toMatchObject({
      deadlines: { notice_period: { due: Date.parse('2024-10-11T00:00:00+08:00'), countedFrom: '2024-09-27' } },
    });
  });

  test('the explanation names the end, the clause, the start of the count and each day passed over', () => {
    const { facts } = played(['submit', 'post_publicity'], '2024-08-22T08:00:00+08:00');
    const deadline = facts.deadlines.publicity_period;
    if (!deadline) throw new Error('the publicity runs');
    expect(explain(deadline)).toEqual({
      zh: '单位公示期满：2024年8月29日 周四 24:00（通知 四（二）、附件1），自2024-08-22次日起算5个工作日，其中08-24周六、08-25周日不计。',
      en: 'End of the unit publicity: 2024-08-29 24:00 (通知 四（二）、附件1), 5 working days after 2024-08-22, not counting 08-24 Saturday, 08-25 Sunday.',
    });
  });
});

describe('An open objection holds the period', () => {
  test('the publicity does not end until the objection is dismissed, and then ends at once', () => {
    const open = played(['submit', 'post_publicity', 'raise_objection']);
    const late = (open.facts.deadlines.publicity_period?.due ?? 0) + 30 * hour;
    expect(dueTransitions(open.facts, aksu2024, calendar2024, late)).toEqual([]);
    const dismissed = judge(
      open.facts,
      properAct(open.facts, 'resolve_objection', aksu2024, late),
      aksu2024,
      calendar2024,
      late,
    );
    expect(dismissed).toMatchObject({ to: 'unit_publicity' });
    if (isRefusal(dismissed)) throw new Error(dismissed.message);
    const after = { ...open.facts, ...dismissed.changes, seq: dismissed.seq, deadlines: dismissed.deadlines };
    expect(dueTransitions(after, aksu2024, calendar2024, late)).toMatchObject([{ to: 'recommendation', at: late }]);
  });
});

describe('Moving a deadline', () => {
  test('an extension needs a second person and never brings a date forward', () => {
    const asked = played([...stories.correction, 'extend']);
    const before = asked.facts.deadlines.correction_due?.due ?? 0;
    const same = properAct(asked.facts, 'approve_extension', aksu2024, asked.at + hour);
    expect(decide(asked.facts, same, aksu2024, calendar2024, same.receivedAt)).toMatchObject({
      code: 'second_person_needed',
    });
    const other = properAct(asked.facts, 'approve_extension', aksu2024, asked.at + hour, {
      people: { office: 'office-2' },
    });
    expect(decide(asked.facts, other, aksu2024, calendar2024, other.receivedAt)).toMatchObject({
      deadlines: { correction_due: { due: before + 48 * hour, moved: [{ why: 'extension' }] } },
    });
    const earlier = properAct(asked.facts, 'extend', aksu2024, asked.at + hour, { data: { due: before - 1 } });
    expect(decide(asked.facts, earlier, aksu2024, calendar2024, earlier.receivedAt)).toMatchObject({
      code: 'not_later',
    });
  });

  test('while the deadlines stand still nothing lapses, and a day of which a pause took a part is given back', () => {
    const { facts, at } = played([...stories.correction, 'toll', 'approve_toll']);
    const before = facts.deadlines.correction_due?.due ?? 0;
    expect(dueTransitions(facts, aksu2024, calendar2024, before + 1000 * hour)).toEqual([]);
    const act = properAct(facts, 'untoll', aksu2024, at + 30 * hour);
    expect(decide(facts, act, aksu2024, calendar2024, act.receivedAt)).toMatchObject({
      deadlines: { correction_due: { due: before + 24 * hour, moved: [{ why: 'toll' }] } },
    });
  });
});

describe('Too early', () => {
  test('a recommendation during the publicity is told when the publicity ends', () => {
    const { facts, at } = played(stories.unit_publicity);
    const act = properAct(facts, 'recommend', aksu2024, at + hour);
    const refusal = decide(facts, act, aksu2024, calendar2024, act.receivedAt);
    expect(refusal).toMatchObject({ code: 'event_not_allowed', deadline: { name: 'publicity_period' } });
    if (isRefusal(refusal)) expect(refusal.message).toContain('期满后方可办理');
  });
});

test('a meeting in the future is a slip of the pen, and refused before it can put the notice off for years', () => {
  const { facts, at } = played(stories.review);
  const act = properAct(facts, 'record_tally', aksu2024, at + hour, { data: { metOn: '2042-09-26' } });
  expect(decide(facts, act, aksu2024, calendar2024, act.receivedAt)).toMatchObject({
    code: 'tally_invalid',
    field: 'metOn',
  });
});
