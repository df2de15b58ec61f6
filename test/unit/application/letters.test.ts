import { isFinal, statuses, turnOf } from '../../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../../rules/calendar/instant.js';
import { alertKinds, alertsIn } from '../../../rules/notifications/alerts.js';
import { letterWords } from '../../../rules/notifications/letterWords.js';
import { noticeKinds, noticesOf } from '../../../rules/notifications/notices.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { policyFor, stories, tell } from '../../../simulation/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const told = (story: (typeof stories)['draft']) => tell(draft(), story, aksu2024, calendar2024);

describe('Reminders before a deadline', () => {
  test('a draft is told that filing has opened, and reminded 7, 3 and 1 days before the cutoff', () => {
    const alerts = alertsIn(draft(), aksu2024).map(
      ({ kind, to, at }) => `${kind} ${to} ${isoInBeijing(at).slice(0, 16)}`,
    );
    expect(alerts).toEqual([
      'window_open applicant 2024-07-22T00:00',
      'reminder applicant 2024-08-23T18:00',
      'reminder applicant 2024-08-27T18:00',
      'reminder applicant 2024-08-29T18:00',
    ]);
  });

  test('a correction is reminded of 24 and 4 hours before it is due', () => {
    const { facts } = told(stories.correction);
    const due = facts.deadlines.correction_due?.due ?? 0;
    expect(alertsIn(facts, aksu2024).map(({ at }) => (due - at) / 3_600_000)).toEqual([24, 4]);
  });

  test('whoever has the turn is reminded: the department while the application is with it', () => {
    const { facts } = told(stories.superior_review);
    expect(new Set(alertsIn(facts, aksu2024).map(({ to }) => to))).toEqual(new Set(['department']));
  });

  test('the office is told when its audit is overdue, and nothing lapses', () => {
    const { facts } = told(stories.committee_audit);
    expect(alertsIn(facts, aksu2024)).toMatchObject([{ kind: 'audit_overdue', to: 'office', deadline: null }]);
    expect(facts.deadlines).toEqual({});
  });

  test('while the deadlines are tolled nobody is reminded, and what has ended reminds nobody', () => {
    expect(alertsIn(told([...stories.correction, 'toll']).facts, aksu2024)).toEqual([]);
    for (const status of statuses.filter(isFinal)) expect(alertsIn(told(stories[status]).facts, aksu2024)).toEqual([]);
  });

  test('the same alert always has the same key, and no two share one', () => {
    for (const status of statuses) {
      const policy = policyFor(status, aksu2024);
      const { facts } = tell(draft(), stories[status], policy, calendar2024);
      const keys = alertsIn(facts, policy).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('Letters', () => {
  const stillUnused = new Set(noticeKinds);
  const everything = [
    ...Object.values(stories),
    ['submit', 'return_to_applicant'],
    ['submit', 'post_publicity', 'wait', 'recommend', 'return_to_unit'],
    [...stories.correction, 'resubmit'],
    [...stories.defense, 'schedule_defense', 'mark_absent'],
    [...stories.defense, 'schedule_defense', 'call_off_defense'],
    [...stories.review, 'defer'],
    [...stories.correction, 'extend'],
    [...stories.correction, 'toll', 'untoll'],
  ] as const;
  const viaUnit = policyFor('correction_review', aksu2024);
  const reviewed = (['forward_correction', 'return_correction'] as const).map(
    (event) => tell(draft(), [...stories.correction_review, event], viaUnit, calendar2024).transitions,
  );
  const courses = [...everything.map((story) => told(story).transitions), ...reviewed];

  test('the applicant hears of every end and of every return, whoever caused it', () => {
    for (const course of courses) {
      for (const transition of course) {
        const backToApplicant = transition.from !== transition.to && turnOf(transition.to) === 'applicant';
        if (isFinal(transition.to) || backToApplicant) {
          expect(noticesOf(transition).map(({ to }) => to)).toContain('applicant');
        }
      }
    }
  });

  test('whoever gets the turn hears of it', () => {
    for (const course of courses) {
      for (const transition of course) {
        const turn = turnOf(transition.to);
        const passesOn = transition.from !== transition.to && turn !== null && turn !== turnOf(transition.from);
        // The meeting and the period of the public notice are nobody's errand until they are over.
        if (passesOn && turn !== 'office') expect(noticesOf(transition).map(({ to }) => to)).toContain(turn);
      }
    }
  });

  test('every kind of letter is caused by something', () => {
    for (const course of courses) {
      for (const transition of course) {
        for (const { kind } of noticesOf(transition)) stillUnused.delete(kind);
      }
    }
    // Granting an extension needs a second person, which a story with one office clerk cannot tell.
    expect([...stillUnused]).toEqual(['extended']);
  });
});

test.each([...noticeKinds, ...alertKinds])('a letter of the kind %s has a name in both languages', (kind) => {
  expect(letterWords[kind].zh).toMatch(/^\p{Script=Han}/u);
  expect(letterWords[kind].en).toMatch(/^[A-Z]/);
});
