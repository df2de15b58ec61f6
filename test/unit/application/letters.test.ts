import type { Facts } from '../../../rules/application/facts.js';
import { targetsOf } from '../../../rules/application/happyPath.js';
import { findLaw, isFinal, lawsIn, statuses, turnOf } from '../../../rules/application/lifecycle.js';
import { day, isoInBeijing } from '../../../rules/calendar/instant.js';
import { pausePrefix } from '../../../rules/campaign/pauseStates.js';
import { letterLabels } from '../../../rules/notifications/letterLabels.js';
import { reminderKinds, remindersIn } from '../../../rules/notifications/reminders.js';
import { letterRequestsOf, transitionLetterKinds } from '../../../rules/notifications/transitionLetters.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { AskedToRecommend } from '../../../rules/sanctions/sanctionedUnit.js';
import { policyFor, runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const asked: readonly AskedToRecommend[] = ['unit', 'department', 'office'];
const played = (story: (typeof stories)['draft']) => runStory(draft(), story, aksu2024, calendar2024);

describe('Reminders before a deadline', () => {
  test('a draft is told that filing has opened, and reminded 7, 3 and 1 days before the cutoff', () => {
    const reminders = remindersIn(draft(), aksu2024).map(
      ({ kind, to, at }) => `${kind} ${to} ${isoInBeijing(at).slice(0, 16)}`,
    );
    expect(reminders).toEqual([
      'window_open applicant 2024-07-22T00:00',
      'reminder applicant 2024-08-23T18:00',
      'reminder applicant 2024-08-27T18:00',
      'reminder applicant 2024-08-29T18:00',
    ]);
  });

  test('a correction is reminded of 24 and 4 hours before it is due', () => {
    const { facts } = played(stories.correction);
    const due = facts.deadlines.correction_due?.due ?? 0;
    expect(remindersIn(facts, aksu2024).map(({ at }) => (due - at) / 3_600_000)).toEqual([24, 4]);
  });

  test('whoever has the turn is reminded: the department while the application is with it', () => {
    const { facts } = played(stories.superior_review);
    expect(new Set(remindersIn(facts, aksu2024).map(({ to }) => to))).toEqual(new Set(['department']));
  });

  test('the office is told when its audit is overdue, and nothing lapses', () => {
    const { facts } = played(stories.committee_audit);
    expect(remindersIn(facts, aksu2024)).toMatchObject([{ kind: 'audit_overdue', to: 'office', deadline: null }]);
    expect(facts.deadlines).toEqual({});
  });

  test('while the deadlines stand still reminders go on and say so, and what has ended reminds nobody', () => {
    const { facts } = played([...stories.correction, 'toll', 'approve_toll']);
    const { tolledSince: pausedSince } = facts;
    expect(remindersIn(facts, aksu2024)).toMatchObject([
      { kind: 'reminder', deadline: { pausedSince } },
      { kind: 'reminder', deadline: { pausedSince } },
      { kind: 'pause_overdue', to: 'office' },
      { kind: 'pause_overdue', to: 'supervisor' },
    ]);
    for (const status of statuses.filter(isFinal))
      expect(remindersIn(played(stories[status]).facts, aksu2024)).toEqual([]);
  });

  test('the same alert always has the same key, and no two share one', () => {
    for (const status of statuses) {
      const policy = policyFor(status, aksu2024);
      const { facts } = runStory(draft(), stories[status], policy, calendar2024);
      const keys = remindersIn(facts, policy).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

/** The same deadlines, each a day later. */
const later = (deadlines: Facts['deadlines']): Facts['deadlines'] =>
  Object.fromEntries(Object.values(deadlines).map((one) => [one.name, { ...one, due: one.due + day }]));

describe('Letters', () => {
  const everything = [
    ...Object.values(stories),
    ['submit', 'return_to_applicant'],
    ['submit', 'post_publicity', 'wait', 'recommend', 'return_to_unit'],
    [...stories.correction, 'resubmit'],
    [...stories.defense, 'schedule_defense', 'mark_absent'],
    [...stories.defense, 'schedule_defense', 'call_off_defense'],
    [...stories.review, 'defer'],
    [...stories.correction, 'extend'],
    [...stories.correction, 'toll', 'approve_toll', 'untoll'],
  ] as const;
  const viaUnit = policyFor('correction_review', aksu2024);
  const reviewed = (['forward_correction', 'return_correction'] as const).map(
    (event) => runStory(draft(), [...stories.correction_review, event], viaUnit, calendar2024).transitions,
  );
  const courses = [...everything.map((story) => played(story).transitions), ...reviewed];

  test('the applicant hears of every end and of every return, whoever caused it', () => {
    for (const progress of courses) {
      for (const transition of progress) {
        const backToApplicant = transition.from !== transition.to && turnOf(transition.to) === 'applicant';
        if (isFinal(transition.to) || backToApplicant) {
          expect(letterRequestsOf(transition).map(({ to }) => to)).toContain('applicant');
        }
      }
    }
  });

  test('whoever may approve a pause hears of its request, but not within a pause of the whole campaign', () => {
    const request = { event: 'toll', from: 'payment', to: 'payment' } as const;
    expect(letterRequestsOf({ ...request, key: 'one' })).toEqual([{ kind: 'pause_requested', to: 'supervisor' }]);
    expect(letterRequestsOf({ ...request, key: `${pausePrefix}one-request` })).toEqual([]);
  });

  test('whoever gets the turn hears of it', () => {
    for (const progress of courses) {
      for (const transition of progress) {
        const turn = turnOf(transition.to);
        const passesOn = transition.from !== transition.to && turn !== null && turn !== turnOf(transition.from);
        // The meeting and the period of the public notice ask nothing of anybody until they are over.
        if (passesOn && turn !== 'office') expect(letterRequestsOf(transition).map(({ to }) => to)).toContain(turn);
      }
    }
  });

  test('the applicant hears of every deadline that moves or is no more', () => {
    for (const progress of courses) {
      for (const [index, transition] of progress.entries()) {
        const previous = progress[index - 1]?.deadlines ?? {};
        const changed = Object.values(previous).some(({ name, due }) => transition.deadlines[name]?.due !== due);
        const to = letterRequestsOf(transition, 'unit', previous).map((letter) => letter.to);
        if (changed) expect([transition.event, to.includes('applicant')]).toEqual([transition.event, true]);
      }
    }
  });

  test('an amendment that moves a deadline is told to the candidate, the unit and the department that has it; another one to nobody', () => {
    for (const status of ['correction', 'superior_review'] as const) {
      const { facts } = played(stories[status]);
      const row = { event: 'amend_policy', from: status, to: status } as const;
      const told = letterRequestsOf({ ...row, deadlines: later(facts.deadlines) }, 'unit', facts.deadlines);
      expect(told.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
        'deadline_moved applicant',
        'deadline_moved unit',
        ...(status === 'superior_review' ? ['deadline_moved department'] : []),
      ]);
      expect(letterRequestsOf({ ...row, deadlines: facts.deadlines }, 'unit', facts.deadlines)).toEqual([]);
    }
  });

  /** Every transition of the law. */
  const rows = statuses.flatMap((from) =>
    lawsIn(from).flatMap(([event, law]) => targetsOf(law, from).map((to) => ({ event, from, to }))),
  );

  test('every kind of letter is caused by a row of the law', () => {
    const { deadlines: previous } = played(stories.correction).facts;
    const deadlines = later(previous);
    const kinds = asked.flatMap((one) =>
      rows.flatMap((row) => letterRequestsOf({ ...row, deadlines }, one, previous).map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(transitionLetterKinds));
  });

  test('however an application comes to be recommended, who recommends in place of the unit is told, and the unit is not asked to', () => {
    const arriving = rows.filter(({ from, to }) => from !== to && findLaw(to, 'recommend'));
    expect(arriving.map(({ event }) => event)).toEqual(['post_publicity', 'keep_publicity', 'publicity_ended']);
    for (const row of arriving) {
      for (const one of ['department', 'office'] as const) {
        const letters = letterRequestsOf(row, one);
        for (const to of ['applicant', 'unit', one] as const)
          expect(letters).toContainEqual({ kind: 'recommendation_barred', to });
        expect(letters.map(({ kind }) => kind)).not.toContain('publicity_ended');
      }
    }
  });

  test('a sanction of the unit changes no letter of any other transition', () => {
    for (const row of rows.filter(({ from, to }) => from === to || !findLaw(to, 'recommend')))
      for (const one of asked) expect(letterRequestsOf(row, one)).toEqual(letterRequestsOf(row));
  });
});

test.each([...transitionLetterKinds, ...reminderKinds])(
  'a letter of the kind %s has a name in both languages',
  (kind) => {
    expect(letterLabels[kind].zh).toMatch(/^\p{Script=Han}/u);
    expect(letterLabels[kind].en).toMatch(/^[A-Z]/);
  },
);
