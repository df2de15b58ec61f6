import { findLaw } from '../../../rules/application/lifecycle.js';
import { type Scoring, scoringProblem } from '../../../rules/defense/scoring.js';
import {
  announcedStates,
  decideSession,
  eventsOf,
  liveStates,
  type SessionSnapshot,
  sessionEvents,
  sessionLaw,
  sessionStates,
  slotOutcomes,
} from '../../../rules/defense/sessionLaw.js';
import { type SlotSnapshot, slotEvents, slotProblem, turnAfter } from '../../../rules/defense/slotLaw.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';

const startsAt = Date.parse('2024-09-20T09:30:00+08:00');
const scoring: Scoring = {
  now: startsAt,
  state: 'published',
  startsAt,
  outcome: null,
  recused: false,
  submitted: false,
};
const slot: SlotSnapshot = { now: startsAt, state: 'published', startsAt, outcome: null, submitted: 0, missing: 3 };

/** A session that nothing has happened in, with somebody left to be told. */
const fresh = (state: SessionSnapshot['state']): SessionSnapshot => ({
  state,
  begun: false,
  scored: false,
  unnotified: 1,
});

test('a session takes the events of its state and no other, and whatever lives takes room and people', () => {
  expect(liveStates).toEqual(['planned', 'published']);
  for (const state of sessionStates) {
    for (const event of sessionEvents) {
      const next = (sessionLaw[state].events as Partial<Record<string, string>>)[event];
      const expected = next ?? expect.objectContaining({ code: 'event_not_allowed' });
      expect(decideSession(fresh(state), event, aksu2024)).toEqual(expected);
    }
  }
});

test('once somebody has been scored or marked, the session as a whole is not changed', () => {
  const begun = { ...fresh('published'), begun: true };
  expect(decideSession(begun, 'change', aksu2024)).toMatchObject({ code: 'already_done' });
  expect(eventsOf(begun)).not.toContain('change');
  expect(eventsOf(fresh('published'))).toContain('change');
  expect(eventsOf({ ...begun, state: 'closed' })).toEqual([]);
});

test('an announced session is moved or called off as a whole until the first sheet is in, even after an absence', () => {
  const absence = { ...fresh('published'), begun: true };
  for (const event of ['move', 'cancel'] as const) {
    expect(typeof decideSession(absence, event, aksu2024)).toBe('string');
    expect(decideSession({ ...absence, scored: true }, event, aksu2024)).toMatchObject({
      code: 'already_done',
      clause: '通知 四（四）',
      message: expect.stringContaining('逐人改期'),
      messageEn: expect.stringContaining('one by one'),
    });
  }
  expect(decideSession(absence, 'cancel', aksu2024)).toBe('cancelled');
  expect(decideSession(absence, 'move', aksu2024)).toBe('published');
  // What nobody was told of is changed, not moved.
  expect(eventsOf(fresh('planned'))).toEqual(['change', 'publish', 'cancel']);
});

test('calling off that broke off is taken up again for as long as somebody has not been told', () => {
  expect(eventsOf(fresh('cancelled'))).toEqual(['cancel']);
  expect(eventsOf({ ...fresh('cancelled'), unnotified: 0 })).toEqual([]);
});

test('a candidate is scored from the minute of their turn, and not before', () => {
  expect(scoringProblem(scoring, aksu2024)).toBeNull();
  expect(scoringProblem({ ...scoring, now: startsAt - 1 }, aksu2024)).toMatchObject({ code: 'defense_not_held' });
});

test('whoever is recused is told so and nothing else', () => {
  const recused = { ...scoring, recused: true };
  const answers = [recused, { ...recused, now: 0 }, { ...recused, outcome: 'scored' as const }].map((one) =>
    scoringProblem(one, aksu2024),
  );
  expect(answers).toEqual(answers.map(() => answers[0]));
  expect(answers[0]).toMatchObject({ code: 'not_yours' });
});

test('a sheet is handed in once, and none after the end', () => {
  expect(scoringProblem({ ...scoring, submitted: true }, aksu2024)).toMatchObject({ code: 'already_done' });
  for (const outcome of slotOutcomes) {
    expect(scoringProblem({ ...scoring, outcome }, aksu2024)).toMatchObject({ code: 'event_not_allowed' });
  }
  for (const state of sessionStates) {
    const refused = expect.objectContaining({ code: 'event_not_allowed' });
    expect(scoringProblem({ ...scoring, state }, aksu2024)).toEqual(state === 'published' ? null : refused);
  }
  expect(announcedStates).toEqual(['published', 'closed']);
});

test.each([
  ['score', { missing: 0, submitted: 3 }, null],
  ['score', { missing: 1, submitted: 2 }, 'experts_too_few'],
  ['absent', {}, null],
  ['absent', { now: startsAt - 1 }, 'defense_not_held'],
  ['absent', { submitted: 1 }, 'already_done'],
  ['release', { now: 0 }, null],
  ['release', { submitted: 1 }, 'already_done'],
] as const)('%s of a turn with %j: %s', (event, more, code) => {
  expect(slotProblem(event, { ...slot, ...more }, aksu2024)?.code ?? null).toBe(code);
});

test('a turn that has come to something, or whose session is not on, takes nothing more', () => {
  for (const event of slotEvents) {
    for (const outcome of slotOutcomes) {
      expect(slotProblem(event, { ...slot, missing: 0, outcome }, aksu2024)).toMatchObject({
        code: 'event_not_allowed',
      });
    }
    for (const state of ['planned', 'closed', 'cancelled'] as const) {
      expect(slotProblem(event, { ...slot, missing: 0, state }, aksu2024)).toMatchObject({ code: 'event_not_allowed' });
    }
  }
});

const hour = 3_600_000;
test.each([
  ['schedule_defense', { defenseAt: startsAt + hour }, {}, 'moved'],
  ['schedule_defense', { defenseAt: startsAt }, {}, null],
  ['call_off_defense', { defenseAt: null }, {}, 'moved'],
  ['mark_absent', { defenseAt: null }, {}, 'absent'],
  ['score_defense', {}, {}, 'scored'],
  ['score_defense', {}, { submitted: 3 }, 'scored'],
  ['withdraw', {}, {}, 'cancelled'],
  ['disqualify', {}, { submitted: 1 }, 'cancelled'],
  ['withdraw', {}, { notified: false }, null],
  ['withdraw', {}, { state: 'closed' }, null],
  ['score_defense', {}, { outcome: 'moved' }, null],
  ['extend', {}, {}, null],
  ['schedule_defense', { defenseAt: startsAt + hour }, { notified: false }, null],
  ['schedule_defense', { defenseAt: startsAt + hour }, { submitted: 1 }, null],
  ['call_off_defense', { defenseAt: null }, { state: 'cancelled' }, null],
  ['call_off_defense', { defenseAt: null }, { outcome: 'scored' }, null],
] as const)('after %s with %j, a turn with %j comes to: %s', (event, changes, more, outcome) => {
  const turn = { state: slot.state, outcome: slot.outcome, submitted: 0, startsAt, notified: true, ...more };
  const next = findLaw('defense', event)?.next;
  const to = typeof next === 'string' && next !== 'stays' ? next : 'defense';
  expect(turnAfter({ event, from: 'defense', to, changes, at: startsAt - hour }, turn)).toBe(outcome);
});
